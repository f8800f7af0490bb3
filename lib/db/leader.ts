import "server-only";
import { pool } from "./client";

const answerWithinMs = 10_000;

/** Soon noticed by PostgreSQL, a leader that vanished without a word does not stay leader for hours. */
const noticeDeath = `
  set_config('tcp_keepalives_idle', '10', false),
  set_config('tcp_keepalives_interval', '5', false),
  set_config('tcp_keepalives_count', '3', false)`;

/**
 * Runs `work` unless another process is at it. The lock belongs to a connection taken out of the pool
 * for that long, not to a transaction: nothing is held in the database while `work` asks others, and
 * a connection that breaks gives the lock back. `leads` then says so.
 */
export async function asLeader(
  name: string,
  work: (leads: () => boolean) => Promise<void>,
): Promise<void> {
  const connection = await pool().connect();
  let broken: Error | undefined;
  const onError = (error: Error) => {
    broken = error;
  };
  connection.on("error", onError);
  const ask = (text: string) =>
    connection.query<{ mine: boolean }>({
      text,
      values: [name],
      ...{ query_timeout: answerWithinMs },
    });
  try {
    const { rows } = await ask(`select pg_try_advisory_lock(hashtext($1)) as mine, ${noticeDeath}`);
    if (!rows[0]?.mine) return;
    await work(() => broken === undefined);
    await ask("select pg_advisory_unlock(hashtext($1)) as mine");
  } catch (error) {
    broken ??= error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    connection.off("error", onError);
    // A broken one is closed, and whatever it held is free.
    connection.release(broken);
  }
}

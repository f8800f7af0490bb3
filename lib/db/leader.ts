import "server-only";
import { pool } from "./client";

const answerWithinMs = 10_000;

/**
 * Makes PostgreSQL notice soon when a leader disappears silently, or it would stay leader for
 * hours.
 */
const noticeDeath = `
  set_config('tcp_keepalives_idle', '10', false),
  set_config('tcp_keepalives_interval', '5', false),
  set_config('tcp_keepalives_count', '3', false)`;

/**
 * Runs `work` unless another process already does. The lock belongs to a dedicated connection
 * rather than a transaction, so the database holds nothing open while `work` waits for others. If
 * the connection breaks, the lock is released and `leads` returns false.
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
    // A broken connection is closed, which releases its lock.
    connection.release(broken);
  }
}

import { DrizzleQueryError } from "drizzle-orm/errors";
import { DatabaseError } from "pg";

const uniqueViolation = "23505";
const foreignKeyViolation = "23503";
const notNullViolation = "23502";
const deadlockDetected = "40P01";
/**
 * SQLSTATE: a lost connection, no resources (a full disk, too many connections), a server that stops or starts, and
 * one that cannot write.
 */
const unavailable = /^(?:08|53|57P0[1-3]|25006)/;
/** Messages of pg and its pool, whose errors have neither a class nor a code. */
const noConnection =
  /^(?:timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/;

function causeOf(error: unknown): DatabaseError | null {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  return cause instanceof DatabaseError ? cause : null;
}

/** The name of the violated unique constraint; null if a write failed for another reason. */
export function brokenConstraint(error: unknown): string | null {
  const cause = causeOf(error);
  return cause?.code === uniqueViolation ? (cause.constraint ?? null) : null;
}

/**
 * Whether a write failed because it names an account that was deleted meanwhile.
 *
 * @param table only if a row of this table names it
 */
export function namesDeletedAccount(error: unknown, table?: string): boolean {
  const cause = causeOf(error);
  if (!cause || (table && cause.table !== table)) return false;
  // The handle of a deleted account is null (`heldHandle`).
  if (cause.code === notNullViolation) return cause.column === "org_id";
  return cause.code === foreignKeyViolation && /_accounts_id_fk$/.test(cause.constraint ?? "");
}

/** Whether PostgreSQL ended a transaction so that another one can finish. */
export const isDeadlock = (error: unknown): boolean => causeOf(error)?.code === deadlockDetected;

/**
 * Whether a query failed for a reason that has nothing to do with it: the database was not reached, did not
 * answer, or cannot write.
 */
export function lostDatabase(error: unknown): boolean {
  const cause = causeOf(error);
  // Errors of the connection itself have no SQLSTATE.
  if (cause) return unavailable.test(cause.code ?? "");
  return (
    error instanceof DrizzleQueryError ||
    (error instanceof Error && noConnection.test(error.message))
  );
}

import { DatabaseError } from "pg";

const uniqueViolation = "23505";
const foreignKeyViolation = "23503";

function causeOf(error: unknown): DatabaseError | null {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  return cause instanceof DatabaseError ? cause : null;
}

/** The name of the violated unique constraint; null if a write failed for another reason. */
export function brokenConstraint(error: unknown): string | null {
  const cause = causeOf(error);
  return cause?.code === uniqueViolation ? (cause.constraint ?? null) : null;
}

/** Whether a write failed because it names an account that was deleted meanwhile. */
export function namesDeletedAccount(error: unknown): boolean {
  const cause = causeOf(error);
  return cause?.code === foreignKeyViolation && /_accounts_id_fk$/.test(cause.constraint ?? "");
}

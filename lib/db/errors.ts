import { DatabaseError } from "pg";

const uniqueViolation = "23505";

/** The name of the violated unique constraint; null if a write failed for another reason. */
export function brokenConstraint(error: unknown): string | null {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  if (!(cause instanceof DatabaseError) || cause.code !== uniqueViolation) return null;
  return cause.constraint ?? null;
}

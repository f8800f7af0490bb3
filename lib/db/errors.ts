import { DatabaseError } from "pg";

const uniqueViolation = "23505";

/** The name of the unique constraint that a write broke, or null if it failed for another reason. */
export function brokenConstraint(error: unknown): string | null {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  if (!(cause instanceof DatabaseError) || cause.code !== uniqueViolation) return null;
  return cause.constraint ?? null;
}

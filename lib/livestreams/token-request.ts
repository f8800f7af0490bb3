import type { z } from "zod";
import type { ownToken } from "@/lib/contracts/tokens";
import { Problem } from "@/lib/problem";

type Query = z.output<typeof ownToken.query>;
type Body = z.output<typeof ownToken.body>;

/** Who asks for a token to which room; `userId` is null where the caller leaves it to us. */
type TokenRequest = { userId: string | null; room: string; standard: boolean };

const standardFields = [
  "room_name",
  "participant_identity",
  "participant_name",
  "participant_metadata",
  "participant_attributes",
  "room_config",
] as const;

/**
 * One request in the shapes that are in use: the recipe's query (`user_id`, `room`), its JSON
 * (`userId`, `room`), and what LiveKit's `TokenSource.endpoint` sends.
 */
export function readTokenRequest(query: Query, body: Body = {}): TokenRequest {
  if (standardFields.some((field) => body[field] !== undefined)) {
    const userId = body.participant_identity ?? null;
    return { userId, room: required("room_name", [body.room_name]), standard: true };
  }
  const ids = [query.user_id, query.userId, body.user_id, body.userId];
  return {
    userId: required("user_id", ids),
    room: required("room", [query.room, body.room]),
    standard: false,
  };
}

/** The one value that was given, however often. */
function required(field: string, given: (string | undefined)[]): string {
  const [value, ...others] = new Set(given.filter((each) => each !== undefined));
  if (value !== undefined && others.length === 0) return value;
  const message = value === undefined ? "must be given" : "must be given once";
  throw new Problem("invalid-request", `${field}: ${message}.`, {
    errors: { [field]: [message] },
  });
}

import type { z } from "zod";
import type { ownToken, RoomToken } from "@/lib/contracts/tokens";
import { fieldError } from "@/lib/field-errors";
import { invalidField } from "@/lib/problem";

type Query = z.output<typeof ownToken.query>;
type Body = NonNullable<z.output<typeof ownToken.body>>;

/** The requested room; `userId` is null if the caller leaves it to us. */
type TokenRequest = { userId: string | null; room: string; answer: AnswerShape };
/** The recipe's response format, or one of LiveKit's two. */
type AnswerShape = "recipe" | "snake" | "camel";

/**
 * Accepts the request formats in use: the recipe's query (`user_id`, `room`), its JSON (`userId`,
 * `room`), and the JSON that LiveKit's `TokenSource.endpoint` sends, in either case.
 */
export function readTokenRequest(query: Query, body: Body = {}): TokenRequest {
  const answer = shapeOf(body);
  if (answer === "recipe") {
    const ids = [query.user_id, query.userId, body.user_id, body.userId];
    return {
      userId: required("user_id", ids),
      room: required("room", [query.room, body.room]),
      answer,
    };
  }
  const ids = [body.participant_identity, body.participantIdentity];
  return {
    userId: optional("participant_identity", ids) ?? null,
    room: required("room_name", [body.room_name, body.roomName]),
    answer,
  };
}

function shapeOf({ room_name, participant_identity, roomName, participantIdentity }: Body) {
  if (room_name !== undefined || participant_identity !== undefined) return "snake";
  return roomName !== undefined || participantIdentity !== undefined ? "camel" : "recipe";
}

/** The response, in the format of the request. */
export function presentToken({ token, url }: RoomToken, answer: AnswerShape) {
  if (answer === "recipe") return { token, url };
  return answer === "snake"
    ? { server_url: url, participant_token: token }
    : { serverUrl: url, participantToken: token };
}

/** The given value, which may be repeated but must not differ. */
function optional(field: string, given: (string | undefined)[]): string | undefined {
  const [value, ...others] = new Set(given.filter((each) => each !== undefined));
  if (others.length > 0) throw invalidField(field, fieldError("repeated", "must appear only once"));
  return value;
}

function required(field: string, given: (string | undefined)[]): string {
  const value = optional(field, given);
  if (value === undefined) throw invalidField(field, fieldError("required", "is required"));
  return value;
}

import "server-only";
import { isActiveAdmin } from "@/lib/accounts/find-account";
import type { Context } from "@/lib/context";
import { isWithin } from "@/lib/grants/grants";
import { isTestRoom, livestreamRoom, testRoom } from "@/lib/livekit/rooms";
import { type RoomClaims, verifyRoomToken } from "@/lib/livekit/token-verifier";
import { metrics, secondsSince } from "@/lib/metrics";
import { isRefusal, type Refusal, seatOf } from "@/lib/participants/entry";
import { seatOfSeen } from "@/lib/participants/seats-seen";

export type Verdict =
  | { admitted: true; room: string }
  | {
      admitted: false;
      why:
        | Refusal
        | "invalid-token"
        | "unknown-identity"
        | "revoked"
        | "grants-too-wide"
        | "side-door"
        | "encoder";
    };

type Connect = { token: string | null; search: URLSearchParams };

type Refused = Extract<Verdict, { admitted: false }>["why"];

const refuse = (why: Refused): Verdict => ({
  admitted: false,
  why,
});

/**
 * Whether to let a connection to LiveKit's signal through. Open-source LiveKit cannot revoke
 * tokens, so each connect and reconnect is checked against the database here: one indexed query.
 */
export async function judgeConnect(
  { db }: Pick<Context, "db">,
  connect: Connect,
): Promise<Verdict> {
  const startedAt = performance.now();
  let answer: Refused | "admitted" | "error" = "error";
  try {
    const verdict = await judge(db, connect);
    answer = verdict.admitted ? "admitted" : verdict.why;
    return verdict;
  } finally {
    metrics().gate.observe({ answer }, secondsSince(startedAt));
  }
}

async function judge(db: Context["db"], { token, search }: Connect): Promise<Verdict> {
  const claims = token ? await verifyRoomToken(token) : null;
  if (!claims) return refuse("invalid-token");
  // `?publish=x` opens a second session as `identity#x`, which removing the identity would leave
  // open.
  if (search.has("publish")) return refuse("side-door");
  if (isTestRoom(claims.room)) return judgeTester(db, claims);
  const { mint, kind: room } = livestreamRoom(claims.room);
  const standing = await seatOfSeen(db, { ...claims, mint });
  if (!standing) return refuse("unknown-identity");
  // Encoders connect over WHIP, and their tokens never leave this server.
  if (standing.role === "encoder") return refuse("encoder");
  const seat = seatOf(standing, room);
  if (isRefusal(seat)) return refuse(seat);
  if (standing.revokedBefore && claims.issuedAt < standing.revokedBefore) return refuse("revoked");
  return isWithin(seat, claims.video, {
    kind: claims.kind,
    sources: standing.sources,
  })
    ? { admitted: true, room: claims.room }
    : refuse("grants-too-wide");
}

/** An admin who tests the media connection, alone in a room of their own. */
async function judgeTester(
  db: Context["db"],
  { identity, room, video, kind }: RoomClaims,
): Promise<Verdict> {
  if (room !== testRoom(identity)) return refuse("wrong-room");
  if (!(await isActiveAdmin(db, identity))) return refuse("signed-out");
  const fits = isWithin("connectionCheck", video, { kind });
  return fits ? { admitted: true, room } : refuse("grants-too-wide");
}

/**
 * The same for a proxy that connects to LiveKit itself. The room has to exist before, since LiveKit
 * forgets the rooms of running shows when it restarts.
 */
export async function admitConnect(
  context: Pick<Context, "db" | "livekit">,
  connect: Connect,
): Promise<boolean> {
  const verdict = await judgeConnect(context, connect);
  if (verdict.admitted) await context.livekit.ensureRoom(verdict.room);
  return verdict.admitted;
}

/**
 * The token that LiveKit will use: with an Authorization header it ignores the query, so the gate
 * must too (livekit-server, pkg/service/auth.go).
 */
export function tokenOfConnect(
  authorization: string | null | undefined,
  search: URLSearchParams,
): string | null {
  if (!authorization) return search.get("access_token");
  return /^Bearer (\S+)$/.exec(authorization)?.[1] ?? null;
}

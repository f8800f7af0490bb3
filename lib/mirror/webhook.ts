import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { ParticipantInfo, WebhookEvent } from "livekit-server-sdk";
import type { Context } from "@/lib/context";
import type { Queries } from "@/lib/db/client";
import { webhookEvents } from "@/lib/db/schema/webhook-events";
import { endSessionsOfConnections } from "@/lib/encoders/encoder-sessions";
import { notePublished } from "@/lib/guests/guests-who-published";
import { isInShow, isTestRoom, livestreamRoom } from "@/lib/livekit/rooms";
import { metrics } from "@/lib/metrics";
import { announceWatching } from "@/lib/participants/announce-watching";
import { markConnected, markLeft } from "@/lib/participants/presence";
import { carriesSeat, seatViewers } from "@/lib/participants/viewer-seat";
import { reconcileParticipant } from "@/lib/show/reconciler";

/**
 * Stores an event once and acts on it. LiveKit repeats unanswered events and keeps one queue per
 * room, so this must be quick; the sweep repairs what it misses.
 */
export async function receiveWebhook(context: Context, event: WebhookEvent): Promise<void> {
  let result: Result | "failed" = "failed";
  try {
    result = await storeAndAct(context, event);
  } finally {
    metrics().webhooks.inc({ event: event.event, result });
  }
}

type Result = "stored" | "repeated" | "ignored";

async function storeAndAct(context: Context, event: WebhookEvent): Promise<Result> {
  const { db, now } = context;
  // Of a test's room, only the arrival counts.
  const name = event.room?.name ?? "";
  const room = name && !isTestRoom(name) ? livestreamRoom(name) : null;
  const { participant } = event;
  // Backstage and a connection check are not part of the show or its log.
  if (room && !isInShow(room)) {
    if (participant && event.event === "participant_joined")
      await reconcileParticipant(context, room, participant as ParticipantInfo);
    return "ignored";
  }
  let result: Result = "stored";
  const changed = await db.transaction(async (tx) => {
    const stored = await tx
      .insert(webhookEvents)
      .values({
        id: event.id,
        event: event.event,
        mint: mintOf(event),
        sid: participant?.sid,
        identity: participant?.identity ?? event.ingressInfo?.participantIdentity,
        ...trackOf(event),
        happenedAt: happenedAt(event) ?? now(),
      })
      .onConflictDoNothing()
      .returning({ id: webhookEvents.id });
    if (stored.length === 0) result = "repeated";
    if (stored.length === 0 || !room || !participant) return null;
    if (event.event === "track_published") {
      await notePublished(tx, room.mint, participant.identity, now());
    }
    const connection = { mint: room.mint, identity: participant.identity, sid: participant.sid };
    if (event.event === "participant_joined") {
      if (await hasLeft(tx, connection.sid)) return null;
      const connected = await markConnected(tx, connection, now());
      if (connected || !carriesSeat(participant)) return connected;
      // Without our gate in front of LiveKit, this is the first we hear of a viewer.
      await seatViewers(tx, [{ ...participant, mint: room.mint }]);
      return markConnected(tx, connection, now());
    }
    if (!isLeaving(event.event)) return null;
    const left = await markLeft(tx, connection, now());
    // Also for an encoder that never joined, whose presence was never marked.
    await endSessionsOfConnections(tx, [connection.sid], now());
    return left;
  });
  if (room && changed === "viewer") announceWatching(context, room.mint);
  if (room && participant && event.event === "participant_joined") {
    if (changed) metrics().arrivals.inc({ role: changed });
    await reconcileParticipant(context, room, participant as ParticipantInfo);
  }
  return result;
}

/** Egress and ingress events name their room in their own part. */
function mintOf({ room, egressInfo, ingressInfo }: WebhookEvent): string | undefined {
  const name = room?.name || egressInfo?.roomName || ingressInfo?.roomName;
  return name ? livestreamRoom(name).mint : undefined;
}

/** Protobuf's JSON format omits an enum's first value. */
function trackOf({ track }: WebhookEvent) {
  if (!track) return {};
  const { source = "unknown", type = "audio" } = track.toJson() as ProtoTrack;
  return { trackSource: source.toLowerCase(), trackType: type.toLowerCase() };
}

type ProtoTrack = { source?: string; type?: string };

/** LiveKit's own time of the event, in whole seconds; null if it is missing or implausible. */
function happenedAt({ createdAt }: WebhookEvent): Date | null {
  const at = new Date(Number(createdAt) * 1_000);
  const plausible = createdAt > 0 && at.getTime() < latestInstantMs;
  return plausible ? at : null;
}

/** The year 9999, the limit of the column and of an ISO instant with a four-digit year. */
const latestInstantMs = 253_402_300_800_000;

const leavings = ["participant_left", "participant_connection_aborted"];
const isLeaving = (event: string) => leavings.includes(event);

/**
 * Whether the connection's end arrived before its start, since LiveKit repeats failed deliveries.
 */
async function hasLeft(tx: Queries, sid: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: webhookEvents.id })
    .from(webhookEvents)
    .where(and(eq(webhookEvents.sid, sid), inArray(webhookEvents.event, leavings)))
    .limit(1);
  return row !== undefined;
}

import "server-only";
import type { ParticipantInfo } from "livekit-server-sdk";
import type { Context } from "@/lib/context";
import { permission, type Seat } from "@/lib/grants/grants";
import { log } from "@/lib/log";
import { isRefusal, seatOf } from "@/lib/participants/entry";
import { markConnected, markLeft } from "@/lib/participants/presence";
import { standingOf, standingsAmong } from "@/lib/participants/standing";
import { tellWatching } from "@/lib/participants/tell-watching";
import { lobbyRoom, stageRoom } from "./rooms";

type Room = { mint: string; lobby: boolean };

const roomName = ({ mint, lobby }: Room) => (lobby ? lobbyRoom(mint) : stageRoom(mint));

/** LiveKit adds participants of its own (egress, agents, ingress); those are not guests of ours. */
const standardKind = 0;

/** Brings one participant in line with its row: out, or with exactly the permissions of its seat. */
export async function reconcileParticipant(
  context: Context,
  room: Room,
  participant: ParticipantInfo,
): Promise<void> {
  if (participant.kind !== standardKind) return;
  const standing = await standingOf(context.db, room.mint, participant.identity);
  const seat = standing ? seatOf(standing, room.lobby) : "removed";
  await align(context, room, participant, seat);
}

async function align(
  { livekit }: Context,
  room: Room,
  participant: ParticipantInfo,
  seat: ReturnType<typeof seatOf>,
): Promise<void> {
  const name = roomName(room);
  if (isRefusal(seat)) {
    await livekit.remove(name, participant.identity);
    return;
  }
  if (holds(participant, seat)) return;
  // A visible participant that should be hidden would stay a ghost: it comes back on its own.
  if (permission(seat).hidden && !participant.permission?.hidden) {
    await livekit.remove(name, participant.identity);
    return;
  }
  const attributes = seat === "guestOnStage" ? { gate: "stage" } : undefined;
  await livekit.update(name, participant.identity, { seat, attributes });
}

function holds({ permission: has, attributes }: ParticipantInfo, seat: Seat): boolean {
  const should = permission(seat);
  if (seat === "guestOnStage" && attributes.gate !== "stage") return false;
  return (
    has !== undefined &&
    has.canPublish === should.canPublish &&
    has.canSubscribe === should.canSubscribe &&
    has.canPublishData === should.canPublishData &&
    has.hidden === should.hidden &&
    has.canUpdateMetadata === should.canUpdateMetadata
  );
}

/**
 * Holds a whole livestream against LiveKit: who is inside without a seat leaves, permissions that
 * differ are set, and connections whose webhook was lost are marked as what they are.
 */
export async function reconcileLivestream(context: Context, mint: string): Promise<void> {
  const { db, livekit, now } = context;
  const rooms: Room[] = [
    { mint, lobby: false },
    { mint, lobby: true },
  ];
  const inside = await Promise.all(
    rooms.map(async (room) => ({ room, present: await livekit.participants(roomName(room)) })),
  );
  const present = inside.flatMap((each) => each.present);
  const standings = await standingsAmong(
    db,
    mint,
    present.map(({ identity }) => identity),
  );
  const changed = new Set<string | null>();
  for (const { room, present: participants } of inside) {
    for (const participant of participants) {
      if (participant.kind !== standardKind) continue;
      const standing = standings.get(participant.identity);
      await align(context, room, participant, standing ? seatOf(standing, room.lobby) : "removed");
      const { identity, sid } = participant;
      if (standing && isActive(participant))
        await markConnected(db, { mint, identity, sid }, now());
    }
  }
  const sids = new Set(present.map(({ sid }) => sid));
  for (const { identity, sid } of standings.values()) {
    if (sid && !sids.has(sid)) changed.add(await markLeft(db, { mint, identity, sid }, now()));
  }
  if (changed.has("viewer")) tellWatching(context, mint);
}

// ParticipantInfo.State: JOINING, JOINED, ACTIVE, DISCONNECTED.
const activeState = 2;
const isActive = ({ state }: ParticipantInfo) => state === activeState;

/** Failures are one livestream's own: the next sweep tries again. */
export async function reconcileQuietly(context: Context, mint: string): Promise<void> {
  await reconcileLivestream(context, mint).catch((error) =>
    log.warn(`livestream ${mint} could not be reconciled`, error),
  );
}

import "server-only";
import type { ParticipantInfo } from "livekit-server-sdk";
import type { Context } from "@/lib/context";
import { endSessionOfConnection } from "@/lib/encoders/encoder-sessions";
import { permission, type Seat } from "@/lib/grants/grants";
import { log } from "@/lib/log";
import { marksOf } from "@/lib/participants/attributes";
import { isRefusal, type Refusal, seatOf } from "@/lib/participants/entry";
import { markConnected, markLeft } from "@/lib/participants/presence";
import { type Seated, standingOf, standingsAmong } from "@/lib/participants/standing";
import { tellWatching } from "@/lib/participants/tell-watching";
import { lobbyRoom, stageRoom } from "./rooms";

type Room = { mint: string; lobby: boolean };

const roomName = ({ mint, lobby }: Room) => (lobby ? lobbyRoom(mint) : stageRoom(mint));

/**
 * LiveKit brings participants of its own, by the operator's word (egress, ingress, SIP); those have
 * no row. People and agents have one, or they are not here.
 */
const isOurs = ({ kind }: ParticipantInfo) => kind === standardKind || kind === agentKind;
// ParticipantInfo.Kind, which the SDK has no name for.
const standardKind = 0;
const agentKind = 4;

/** Brings one participant in line with its row: out, or with exactly the permissions of its seat. */
export async function reconcileParticipant(
  context: Context,
  room: Room,
  participant: ParticipantInfo,
): Promise<void> {
  if (!isOurs(participant)) return;
  const standing = await standingOf(context.db, room.mint, participant.identity);
  await align(context, room, participant, standing);
}

async function align(
  { livekit }: Context,
  room: Room,
  participant: ParticipantInfo,
  standing: Seated | null,
): Promise<void> {
  const name = roomName(room);
  const seat: Seat | Refusal = standing ? seatOf(standing, room.lobby) : "removed";
  if (!standing || isRefusal(seat)) {
    await livekit.remove(name, participant.identity);
    return;
  }
  const { sources } = standing;
  const attributes = marksOf(standing, seat);
  if (says(participant, attributes) && holds(participant, seat, sources)) return;
  // A visible participant that should be hidden would stay a ghost: it comes back on its own.
  if (permission(seat).hidden && !participant.permission?.hidden) {
    await livekit.remove(name, participant.identity);
    return;
  }
  await livekit.update(name, participant.identity, { seat, sources, attributes });
}

const says = ({ attributes }: ParticipantInfo, marks: Record<string, string>) =>
  Object.entries(marks).every(([name, value]) => (attributes[name] ?? "") === value);

function holds(
  { permission: has }: ParticipantInfo,
  seat: Seat,
  sources: Seated["sources"],
): boolean {
  const should = permission(seat, sources);
  return (
    has !== undefined &&
    has.canPublish === should.canPublish &&
    has.canSubscribe === should.canSubscribe &&
    has.canPublishData === should.canPublishData &&
    isSameSet(has.canPublishSources, should.canPublishSources) &&
    has.hidden === should.hidden &&
    has.canUpdateMetadata === should.canUpdateMetadata
  );
}

const isSameSet = (one: readonly number[], other: readonly number[]) =>
  new Set(one).size === new Set(other).size && one.every((each) => other.includes(each));

/**
 * Holds a whole livestream against LiveKit: who is inside without a seat leaves, permissions that
 * differ are set, and connections whose webhook was lost are marked as what they are.
 */
async function reconcileLivestream(context: Context, mint: string): Promise<void> {
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
      if (!isOurs(participant)) continue;
      const standing = standings.get(participant.identity) ?? null;
      await align(context, room, participant, standing);
      const { identity, sid } = participant;
      if (standing && isActive(participant))
        await markConnected(db, { mint, identity, sid }, now());
    }
  }
  const sids = new Set(present.map(({ sid }) => sid));
  for (const { identity, sid } of standings.values()) {
    if (!sid || sids.has(sid)) continue;
    changed.add(await markLeft(db, { mint, identity, sid }, now()));
    await endSessionOfConnection(db, sid, now());
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

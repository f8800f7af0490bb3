import "server-only";
import { and, getTableColumns, inArray, isNotNull } from "drizzle-orm";
import type { ParticipantInfo } from "livekit-server-sdk";
import type { Context } from "@/lib/context";
import { livestreams } from "@/lib/db/schema/livestreams";
import { participants } from "@/lib/db/schema/participants";
import { endSessionsOfConnections } from "@/lib/encoders/encoder-sessions";
import { inParallel } from "@/lib/in-parallel";
import {
  everyRoomOf,
  isInShow,
  type LivestreamRoom,
  lobbyRoom,
  roomName,
  stageRoom,
} from "@/lib/livekit/rooms";
import { brandOfShow } from "@/lib/livestreams/brand";
import { log } from "@/lib/log";
import { announceWatching } from "@/lib/participants/announce-watching";
import { correctPresence, type PresenceChange } from "@/lib/participants/presence";
import { seatsOfSeen } from "@/lib/participants/seats-seen";
import type { Seated } from "@/lib/participants/standing";
import { onStageFirst } from "@/lib/show/on-stage-first";
import { align, isOurs } from "@/lib/show/reconciler";
import { reconcileLook } from "@/lib/stage/mirror-look";

/** The maximum number of parallel LiveKit requests. */
const roomsAtOnce = 8;
const callsAtOnce = 16;

type Present = { room: LivestreamRoom; participant: ParticipantInfo };
type Repair = "participant-removed" | "participant-updated" | "presence-corrected";
type Believed = Pick<Seated, "identity" | "sid"> & { mint: string };

const key = ({ mint, identity }: { mint: string; identity: string }) => `${mint} ${identity}`;

/**
 * Compares livestreams with LiveKit: removes participants without a seat, corrects permissions and
 * looks, and marks connections as they really are if their webhook was lost or none arrive at all.
 * A failure affects only its own livestream or participant, and the next sweep repeats it. The
 * number of statements does not depend on the number of livestreams.
 *
 * @returns what was corrected, once for each time
 */
export async function reconcileLivestreams(context: Context, mints: string[]): Promise<Repair[]> {
  if (mints.length === 0) return [];
  const { db, livekit } = context;
  // Read before LiveKit is asked, so that anyone missing there afterwards has left, rather than not
  // arrived yet.
  const [shows, believed] = await Promise.all([
    db
      .select({ ...getTableColumns(livestreams), brand: brandOfShow })
      .from(livestreams)
      .where(inArray(livestreams.mint, mints)),
    connectedSeats(context, mints),
  ]);
  const rooms = mints.flatMap(everyRoomOf);
  const standing = await livekit.rooms(rooms.map(roomName));
  const { present, unheard } = await participantsIn(
    context,
    rooms.filter((room) => standing.has(roomName(room))),
  );
  const seats = await seatsOfSeen(
    db,
    present.map(({ room, participant: { identity, attributes } }) => ({
      mint: room.mint,
      identity,
      attributes,
    })),
  );
  const seatOf = ({ room, participant }: Present) =>
    seats.get(key({ mint: room.mint, identity: participant.identity })) ?? null;
  const repairs: Repair[] = [];
  await inParallel(onStageFirst(present, seatOf), callsAtOnce, (each) =>
    align(context, each.room, each.participant, seatOf(each)).then(
      (done) => {
        if (done) repairs.push(`participant-${done}`);
      },
      (error) =>
        log.warn(`a participant of livestream ${each.room.mint} could not be reconciled`, error),
    ),
  );
  await inParallel(shows, callsAtOnce, async (show) => {
    const [stage, lobby] = [stageRoom, lobbyRoom].map((room) => standing.get(room(show.mint)));
    await reconcileLook(context, show, { stage, lobby });
  });
  const heard = believed.filter(({ mint }) => !unheard.has(mint));
  const inShow = present.filter((each) => isInShow(each.room) && seatOf(each));
  const corrected = await correct(context, changesOf(heard, inShow));
  return [...repairs, ...Array<Repair>(corrected).fill("presence-corrected")];
}

function connectedSeats({ db }: Context, mints: string[]): Promise<Believed[]> {
  const { mint, identity, sid } = participants;
  return db
    .select({ mint, identity, sid })
    .from(participants)
    .where(and(inArray(mint, mints), isNotNull(sid)));
}

/**
 * Everyone in these rooms who is ours to manage, and the livestreams that LiveKit failed to report.
 */
async function participantsIn(
  { livekit }: Context,
  rooms: LivestreamRoom[],
): Promise<{ present: Present[]; unheard: Set<string> }> {
  const present: Present[] = [];
  const unheard = new Set<string>();
  await inParallel(rooms, roomsAtOnce, async (room) => {
    try {
      const found = await livekit.participants(roomName(room));
      present.push(...found.filter(isOurs).map((participant) => ({ room, participant })));
    } catch (error) {
      unheard.add(room.mint);
      log.warn(`LiveKit could not list the participants of livestream ${room.mint}`, error);
    }
  });
  return { present, unheard };
}

// ParticipantInfo.State: JOINING, JOINED, ACTIVE, DISCONNECTED.
const activeState = 2;

/** The rows that are wrong. If someone is in the lobby as well, the stage connection counts. */
function changesOf(believed: Believed[], present: Present[]): PresenceChange[] {
  const was = new Map(believed.map((seat) => [key(seat), seat.sid]));
  const sids = new Set(present.map(({ participant }) => participant.sid));
  const changes = new Map<string, PresenceChange>();
  for (const seat of believed) {
    if (!sids.has(seat.sid ?? "")) changes.set(key(seat), { ...seat, was: seat.sid, sid: null });
  }
  for (const { room, participant } of present) {
    const { identity, sid, state } = participant;
    const seat = key({ mint: room.mint, identity });
    const current = was.get(seat) ?? null;
    if (state !== activeState || (current && sids.has(current))) continue;
    if (room.kind === "lobby" && changes.get(seat)?.sid) continue;
    changes.set(seat, { mint: room.mint, identity, was: current, sid });
  }
  return [...changes.values()];
}

/** Returns how many were corrected. */
async function correct(context: Context, changes: PresenceChange[]): Promise<number> {
  if (changes.length === 0) return 0;
  const at = context.now();
  const left = changes.flatMap(({ was }) => was ?? []);
  const changed = await context.db.transaction(async (tx) => {
    const rows = await correctPresence(tx, changes, at);
    if (left.length > 0) await endSessionsOfConnections(tx, left, at);
    return rows;
  });
  const watched = changed.filter(({ role }) => role === "viewer").map(({ mint }) => mint);
  for (const mint of new Set(watched)) announceWatching(context, mint);
  return changed.length;
}

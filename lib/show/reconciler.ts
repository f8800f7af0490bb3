import "server-only";
import type { ParticipantInfo } from "livekit-server-sdk";
import type { Context } from "@/lib/context";
import { permission, type Seat } from "@/lib/grants/grants";
import { type LivestreamRoom, roomName } from "@/lib/livekit/rooms";
import { marksOf, nameOf } from "@/lib/participants/attributes";
import { isRefusal, type Refusal, seatOf } from "@/lib/participants/entry";
import { type Seated, standingOf } from "@/lib/participants/standing";

/**
 * Whether the participant must have a row: people and agents. LiveKit also adds participants for
 * the operator (egress, ingress, SIP), which have none.
 */
export const isOurs = ({ kind }: ParticipantInfo) => kind === standardKind || kind === agentKind;
// ParticipantInfo.Kind, which the SDK does not export.
const standardKind = 0;
const agentKind = 4;

/** Makes one participant match its row: removed, or with exactly its seat's permissions. */
export async function reconcileParticipant(
  context: Context,
  room: LivestreamRoom,
  participant: ParticipantInfo,
): Promise<void> {
  if (!isOurs(participant)) return;
  const standing = await standingOf(context.db, room.mint, participant.identity);
  await align(context, room, participant, standing);
}

type Repair = "removed" | "updated";

/**
 * The same for a participant whose row is already loaded.
 *
 * @returns what had to be done, or null
 */
export async function align(
  { livekit }: Pick<Context, "livekit">,
  room: LivestreamRoom,
  participant: ParticipantInfo,
  standing: Seated | null,
): Promise<Repair | null> {
  const inRoom = roomName(room);
  const seat: Seat | Refusal = standing ? seatOf(standing, room.kind) : "removed";
  if (!standing || isRefusal(seat)) {
    await livekit.remove(inRoom, participant.identity);
    return "removed";
  }
  const { sources } = standing;
  const [name, attributes] = [nameOf(standing, seat), marksOf(standing, seat)];
  const isNamed = name === "" || participant.name === name;
  if (isNamed && says(participant, attributes) && holds(participant, seat, sources)) return null;
  // A visible participant turned hidden would leave a ghost. Removed, it reconnects on its own.
  if (permission(seat).hidden && !participant.permission?.hidden) {
    await livekit.remove(inRoom, participant.identity);
    return "removed";
  }
  await livekit.update(inRoom, participant.identity, { name, seat, sources, attributes });
  return "updated";
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

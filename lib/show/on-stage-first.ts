import { grants } from "@/lib/grants/grants";
import type { LivestreamRoom } from "@/lib/livekit/rooms";
import { isRefusal, type Standing, seatOf } from "@/lib/participants/entry";

/**
 * Those who may publish before those who only watch: when a show begins, its audience waits for the
 * first picture rather than for its own permissions.
 */
export function onStageFirst<Present extends { room: LivestreamRoom }>(
  present: Present[],
  standingOf: (each: Present) => Standing | null,
): Present[] {
  const [publishing, watching]: [Present[], Present[]] = [[], []];
  for (const each of present) {
    (mayPublish(standingOf(each), each.room) ? publishing : watching).push(each);
  }
  return [...publishing, ...watching];
}

function mayPublish(standing: Standing | null, { kind }: LivestreamRoom): boolean {
  const seat = standing && seatOf(standing, kind);
  return seat !== null && !isRefusal(seat) && grants[seat].canPublishSources.length > 0;
}

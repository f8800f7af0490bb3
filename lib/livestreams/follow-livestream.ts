import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { accountOfSession } from "@/lib/auth/sessions";
import type { Context } from "@/lib/context";
import { listen } from "@/lib/db/bus";
import { readWaitingRoom } from "@/lib/guests/waiting-room";
import type { EventSink } from "@/lib/http/event-stream";
import { log } from "@/lib/log";
import { livestreamFor, presentLivestream, requireWatchable, runsTheShow } from "./find-livestream";

type Following = { mint: string; actor: Actor | null; lastEventId: string | null };

/**
 * Sends the livestream whenever it changes; to its hosts also the waiting room: a snapshot first,
 * then only what changed after the version they have (`Last-Event-ID` after a broken connection).
 */
export async function followLivestream(
  context: Context,
  { mint, actor, lastEventId }: Following,
  sink: EventSink,
): Promise<() => void> {
  const { db } = context;
  await requireWatchable(db, mint, actor?.id ?? null);
  let version = /^\d+$/.test(lastEventId ?? "") ? Number(lastEventId) : undefined;

  const sendLivestream = async () => sink.send("livestream", await presentLivestream(db, mint));
  const sendGuests = async () => {
    if (!actor || !(await stillHosts(context, actor, mint))) return;
    const known = version;
    const room = await readWaitingRoom(db, mint, actor, known);
    version = room.version;
    if (known !== undefined && room.guests.length === 0) return;
    const event = known === undefined ? "guests.snapshot" : "guests.delta";
    sink.send(event, room, String(room.version));
  };

  // One at a time and in order: two reads side by side could send the older one last.
  let queue: Promise<void> = Promise.resolve();
  const run = (work: () => Promise<void>) => {
    queue = queue
      .then(() => (sink.signal.aborted ? undefined : work()))
      .catch((error) => log.warn("an event could not be sent", error));
  };
  const stop = await listen(mint, (what) => {
    if (what !== "guests") run(sendLivestream);
    if (what === "guests" || what === "all") run(sendGuests);
  });
  run(sendLivestream);
  run(sendGuests);
  return stop;
}

/** Asked before each delta: a stream outlives a sign-out and a co-host's dismissal otherwise. */
async function stillHosts(context: Context, actor: Actor, mint: string): Promise<boolean> {
  if (!(await accountOfSession(context, actor.sessionId))) return false;
  const found = await livestreamFor(context.db, mint, actor.id);
  return runsTheShow(found?.role ?? null);
}

import "server-only";
import { type Actor, stillVouched } from "@/lib/auth/actor";
import type { Context } from "@/lib/context";
import { isUpcoming, type LivestreamStatus } from "@/lib/contracts/common/livestream-status";
import type { LivestreamEventName, LivestreamEvents } from "@/lib/contracts/livestream-events";
import { listen } from "@/lib/db/bus";
import type { Queries } from "@/lib/db/client";
import { may } from "@/lib/grants/capabilities";
import type { Decider } from "@/lib/guests/decider";
import { waitingRoomReader } from "@/lib/guests/guest-access";
import { guestsSeenBy, readWaitingRoom } from "@/lib/guests/waiting-room";
import { livestreamFor, livestreamNotFound, mayWatch } from "@/lib/livestreams/find-livestream";
import { readOnce } from "@/lib/livestreams/read-once";
import { log } from "@/lib/log";
import { Problem } from "@/lib/problem";
import { readReportedMessages } from "@/lib/reports/reported-messages";
import { webhooksAreSilent } from "@/lib/show/webhook-silence";
import { readViewerPass } from "./viewer-pass";

/** Where events go: a Server-Sent Events response, in the route. */
type Sink = {
  send<Name extends LivestreamEventName>(
    event: Name,
    data: LivestreamEvents[Name],
    id?: string,
  ): void;
  end(): void;
  signal: AbortSignal;
};
type Following = {
  mint: string;
  actor: Actor | null;
  /**
   * For viewers who receive a pass when the show begins: counts it, and throws 429 at the limit.
   */
  pass: { count: () => Promise<void> } | null;
  lastEventId: string | null;
};

/**
 * Sends the livestream whenever it changes, and ends once it is deleted. Hosts also receive the
 * waiting room, and an organization's admins the guests they may decide about: a snapshot first,
 * then changes after the version they have (`Last-Event-ID` after a lost connection). Hosts and
 * moderators receive the reported messages. The route checks who may watch, since it can still
 * refuse; it is checked again before each event.
 */
export async function followLivestream(
  context: Context,
  { mint, actor, pass, lastEventId }: Following,
  sink: Sink,
): Promise<() => void> {
  const { db } = context;
  let status: LivestreamStatus | undefined;
  let caughtUp = false;
  let version = /^\d{1,9}$/.test(lastEventId ?? "") ? Number(lastEventId) : undefined;

  const sendLivestream = async () => {
    const livestream = await readOnce(db, mint).catch(nullIfDeleted);
    if (!livestream) {
      sink.send("deleted", {});
      return sink.end();
    }
    const begins = status && isUpcoming(status) && livestream.status === "live";
    const isPrivate = livestream.visibility === "private";
    // Checked each time: the show may have become private since this stream was opened, or the
    // reader may have signed out. Shows for everyone are sent to all readers alike.
    const reader = isPrivate || (begins && pass) ? await vouchedFor(context, actor) : null;
    if (isPrivate) {
      const found = await livestreamFor(db, mint, reader?.id ?? null);
      if (!found || !mayWatch(found)) return;
    }
    status = livestream.status;
    const start = begins && pass ? await startFor(context, reader, mint, pass.count) : null;
    if (start) sink.send("start", start);
    else sink.send("livestream", livestream);
  };
  const sendGuests = async () => {
    if (!actor) return;
    const known = version;
    // In parallel for readers who have a version already, because a host is waiting for the knock.
    // Most readers receive no guests.
    const [reader, changed] = await Promise.all([
      readerOf(context, actor, mint),
      known === undefined ? null : readWaitingRoom(db, mint, known),
    ]);
    if (reader === "ended") return;
    if (!reader) {
      // A reader who lost access must not keep guests on their page, not even earlier ones.
      if (version !== undefined) sink.send("guests.snapshot", { version: 0, guests: [] }, "none");
      version = undefined;
      return;
    }
    // A version from the future belongs to another database and says nothing about this one.
    const delta = changed && known !== undefined && known <= changed.version ? changed : null;
    const room = delta ?? (await readWaitingRoom(db, mint));
    version = room.version;
    const guests = guestsSeenBy(reader, room);
    // The first one is sent even without changes: it confirms the list to a reader who reconnected.
    if (delta && caughtUp && guests.length === 0) return;
    caughtUp = true;
    const event = delta ? "guests.delta" : "guests.snapshot";
    sink.send(event, { version, guests }, String(version));
  };

  const sendWebhooks = async () => {
    const reader = actor && (await readerOf(context, actor, mint));
    if (!reader || reader === "ended" || !may(reader.role, "see-webhook-silence")) return;
    sink.send("webhooks", { silent: await webhooksAreSilent(context, mint) });
  };

  // Most readers handle none, and are not looked up again until roles may have changed.
  let mayHandleReports = true;
  const rolesMayHaveChanged = async () => {
    mayHandleReports = true;
  };
  const sendReports = async () => {
    if (!mayHandleReports) return;
    const reader = await vouchedFor(context, actor);
    const found = reader && (await livestreamFor(db, mint, reader.id));
    mayHandleReports = may(found?.role ?? null, "handle-reports");
    if (!mayHandleReports) return;
    sink.send("reports", { messages: await readReportedMessages(db, mint) });
  };

  const run = inTurn(sink.signal);
  const all = [rolesMayHaveChanged, sendLivestream, sendGuests, sendWebhooks, sendReports];
  const works = {
    livestream: [sendLivestream],
    watching: [sendLivestream],
    guests: [rolesMayHaveChanged, sendGuests],
    webhooks: [sendWebhooks],
    reports: [sendReports],
    all,
  };
  const stop = await listen(mint, (what) => works[what].forEach(run));
  all.forEach(run);
  return stop;
}

function nullIfDeleted(error: unknown): null {
  if (error instanceof Problem && error.code === "livestream-not-found") return null;
  throw error;
}

const vouchedFor = async (context: Context, actor: Actor | null) =>
  actor && (await stillVouched(context, actor)) ? actor : null;

/**
 * The show with a pass, so that a whole audience need not request one; null for those who get none.
 */
async function startFor(
  context: Context,
  reader: Actor | null,
  mint: string,
  countPass: () => Promise<void>,
) {
  if (reader?.by === "key" && !reader.scopes.includes("tokens")) return null;
  try {
    const { livestream, pass } = await readViewerPass(context, reader, mint, countPass);
    return pass && { livestream, pass };
  } catch (error) {
    // Banned or rate-limited: they learn why when they request a pass themselves.
    if (error instanceof Problem) return null;
    throw error;
  }
}

/**
 * Anyone who may watch may follow, as may anyone who decides about guests, even of a private
 * livestream.
 */
export async function requireFollowable(
  db: Queries,
  mint: string,
  accountId: string | null,
): Promise<void> {
  const found = await livestreamFor(db, mint, accountId);
  if (found && mayWatch(found)) return;
  if (accountId && (await waitingRoomReader(db, mint, accountId))) return;
  throw livestreamNotFound();
}

/**
 * Checked before each delta, because streams would outlive a sign-out (`ended`) or a lost role
 * (null).
 */
async function readerOf(
  context: Context,
  actor: Actor,
  mint: string,
): Promise<Decider | "ended" | null> {
  if (actor.by === "key" && !actor.scopes.includes("guests")) return null;
  const [vouched, reader] = await Promise.all([
    stillVouched(context, actor),
    waitingRoomReader(context.db, mint, actor.id),
  ]);
  return vouched ? reader : "ended";
}

/**
 * Runs tasks one after another: two parallel reads could send the older one last. A task that is
 * already waiting is not queued again, so a rush of viewers costs a reader one read at a time.
 */
function inTurn(signal: AbortSignal): (work: () => Promise<void>) => void {
  const waiting = new Set<() => Promise<void>>();
  let queue: Promise<void> = Promise.resolve();
  return (work) => {
    if (waiting.has(work)) return;
    waiting.add(work);
    queue = queue
      .then(() => {
        waiting.delete(work);
        return signal.aborted ? undefined : work();
      })
      .catch((error) => log.warn("an event could not be sent", error));
  };
}

import "server-only";
import { desc, sql } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { CheckKey, Finding, ResultCode } from "@/lib/contracts/admin/server";
import { webhookEvents } from "@/lib/db/schema/webhook-events";
import { env } from "@/lib/env";
import { liveKitClockOffMs } from "@/lib/livekit/clock";
import { testRoom } from "@/lib/livekit/rooms";
import { isMailSet, mailHost, mailServerAnswers } from "@/lib/mail/send-mail";
import { anyShowIsSilent } from "@/lib/show/webhook-silence";
import { readDisk } from "./disk";
import { type Result, settle } from "./finding";
import {
  clockResult,
  diskResult,
  mediaResult,
  proxyResult,
  tlsResult,
  turnResult,
} from "./verdicts";

/** A page waits for these. */
const withinMs = 4_000;

/** The number of proxies in front of the request; null on the command line. */
export type Vantage = { proxies: number | null };
type Check = {
  key: CheckKey;
  run: (context: Context, from: { proxies: number }) => Promise<Result> | Result;
  /** Only a request can tell. */
  needsRequest?: true;
  otherwise?: ResultCode;
};

/** Every check of an installation, for the page and the command line. */
const checks: Check[] = [
  { key: "database", run: checkDatabase, otherwise: "database-silent" },
  { key: "livekit", run: checkLiveKit, otherwise: "livekit-silent" },
  { key: "webhook", run: checkWebhook },
  { key: "media", run: () => mediaResult(env()) },
  { key: "turn", run: () => turnResult(env()) },
  { key: "mail", run: checkMail, otherwise: "mail-silent" },
  { key: "tls", run: () => tlsResult(env()) },
  { key: "proxy", run: (_, { proxies }) => proxyResult(env(), proxies), needsRequest: true },
  { key: "clock", run: checkClock },
  { key: "disk", run: async () => diskResult((await readDisk()).free) },
];

/** Runs all checks at once. Never rejects: a check that throws or takes too long has failed. */
export function runChecks(context: Context, { proxies }: Vantage): Promise<Finding[]> {
  const possible = checks.filter(({ needsRequest }) => !needsRequest || proxies !== null);
  return Promise.all(
    possible.map(({ key, run, otherwise }) =>
      settle({ key, run: () => run(context, { proxies: proxies ?? 0 }), withinMs, otherwise }),
    ),
  );
}

async function checkDatabase({ db }: Context): Promise<Result> {
  await db.execute(sql`select 1`);
  return { code: "database-answers" };
}

async function checkLiveKit({ livekit }: Context): Promise<Result> {
  // As deploy/ sets LiveKit up, it does not answer for the participants of a room that does not exist.
  await livekit.rooms([testRoom("check")]);
  return { code: "livekit-answers" };
}

async function checkWebhook(context: Context): Promise<Result> {
  if (await anyShowIsSilent(context)) return { code: "webhook-silent", values: webhookAddress() };
  const [last] = await context.db
    .select({ at: webhookEvents.createdAt })
    .from(webhookEvents)
    .orderBy(desc(webhookEvents.createdAt))
    .limit(1);
  if (!last) return { code: "webhook-none", values: webhookAddress() };
  return { code: "webhook-arrives", values: { at: last.at.toISOString() } };
}

/** Where LiveKit has to send its webhooks. */
export const webhookAddress = () => ({ url: `${env().publicUrl}/livekit/webhook` });

async function checkMail(): Promise<Result> {
  if (!isMailSet()) return { code: "mail-not-set" };
  const answers = await mailServerAnswers();
  return { code: answers ? "mail-answers" : "mail-silent", values: { host: mailHost() } };
}

async function checkClock({ db, now }: Context): Promise<Result> {
  const before = now().getTime();
  const { rows } = await db.execute<{ ms: number }>(
    sql`select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`,
  );
  const middle = (before + now().getTime()) / 2;
  // A LiveKit that does not answer has a finding of its own.
  const liveKitMs = await liveKitClockOffMs(now).catch(() => 0);
  return clockResult({ databaseMs: (rows[0]?.ms ?? Number.NaN) - middle, liveKitMs });
}

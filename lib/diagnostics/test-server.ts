import "server-only";
import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { eq } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import type { Finding, ResultCode, TestKey } from "@/lib/contracts/admin/server";
import type { RoomToken } from "@/lib/contracts/tokens";
import { webhookEvents } from "@/lib/db/schema/webhook-events";
import { limit } from "@/lib/limits";
import { testRoom } from "@/lib/livekit/rooms";
import { signToken } from "@/lib/livekit/token-signer";
import { turnServersFor } from "@/lib/livekit/turn-servers";
import { log } from "@/lib/log";
import { isMailSet, MailFailure } from "@/lib/mail/send-mail";
import { sendTestMail } from "@/lib/mail/send-test-mail";
import type { Locale } from "@/lib/words/locales";
import { webhookAddress } from "./checks";
import { type Result, settle } from "./finding";
import { openPublicUrl } from "./open-public-url";

type Asking = { admin: Pick<Account, "id" | "email">; locale: Locale };
type Test = {
  withinMs: number;
  run: (context: Context, asking: Asking) => Promise<Result>;
  otherwise?: ResultCode;
};

const webhookWithinMs = 8_000;
const lookEveryMs = 200;

const tests: Record<TestKey, Test> = {
  webhook: { withinMs: 15_000, run: awaitWebhook },
  turn: { withinMs: 10_000, run: askForTurn, otherwise: "livekit-silent" },
  mail: { withinMs: 35_000, run: sendMailTo, otherwise: "mail-silent" },
  tls: { withinMs: 10_000, run: openPublicUrl },
};

/**
 * Runs one test now. A failed test is a finding, not an error.
 *
 * @param asking the admin, and the language of their mail
 * @throws Problem `too-many-requests`
 */
export async function testServer(context: Context, key: TestKey, asking: Asking): Promise<Finding> {
  await limit("server-test", asking.admin.id);
  if (key === "mail" && isMailSet()) await limit("server-test-mail", asking.admin.id);
  const { run, ...test } = tests[key];
  return settle({ key, ...test, run: () => run(context, asking) });
}

/** A token for the admin's browser, alone in a room where nobody receives anything. */
export async function testMedia(
  { livekit }: Context,
  { id, name }: Pick<Account, "id" | "name">,
): Promise<RoomToken> {
  await limit("server-test", id);
  const room = testRoom(id);
  await livekit.ensureRoom(room);
  return signToken("connectionCheck", { identity: id, name, room, attributes: {} });
}

async function sendMailTo(_: Context, { admin, locale }: Asking): Promise<Result> {
  if (!isMailSet()) return { code: "mail-not-set" };
  try {
    await sendTestMail(admin.email, locale);
    return { code: "mail-sent", values: { address: admin.email } };
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error;
    const reason = [error.message, error.answer].filter(Boolean).join(": ");
    return { code: "mail-refused", values: { reason } };
  }
}

/** Connects to LiveKit as a browser would, without media, and looks at the servers it offers. */
async function askForTurn({ livekit }: Context): Promise<Result> {
  const id = randomBytes(16).toString("hex");
  const room = testRoom(id);
  await livekit.ensureRoom(room);
  try {
    const seat = { identity: id, name: "", room, attributes: {} };
    const { token } = await signToken("connectionCheck", seat);
    const servers = await turnServersFor(token);
    const code = servers.length > 0 ? "turn-offered" : "turn-not-offered";
    return { code, values: { servers: servers.join(", ") } };
  } finally {
    await livekit.deleteRoom(room).catch((error) => log.warn("a test's room is open", error));
  }
}

/**
 * Creates a room, which LiveKit reports. The report may reach another process of the app, so it is looked
 * for in the database.
 */
async function awaitWebhook({ db, livekit }: Context): Promise<Result> {
  const room = testRoom(randomBytes(16).toString("hex"));
  const startedAt = performance.now();
  try {
    await livekit.ensureRoom(room);
  } catch (error) {
    log.warn("a test's room could not be opened", error);
    return { code: "livekit-silent" };
  }
  try {
    for (;;) {
      const passedMs = performance.now() - startedAt;
      const arrived = await db
        .select({ id: webhookEvents.id })
        .from(webhookEvents)
        .where(eq(webhookEvents.mint, room))
        .limit(1);
      if (arrived.length > 0) {
        return { code: "webhook-arrived", values: { seconds: Math.round(passedMs / 100) / 10 } };
      }
      if (passedMs > webhookWithinMs) return { code: "webhook-missing", values: webhookAddress() };
      await pause(lookEveryMs);
    }
  } finally {
    // Otherwise LiveKit closes the empty room after a while.
    await livekit.deleteRoom(room).catch((error) => log.warn("a test's room is open", error));
  }
}

import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import { type Asking, askingOf, requireReadable, subjectsOf } from "@/lib/chat/speaker";
import type { Context } from "@/lib/context";
import type { ReportReason } from "@/lib/contracts/common/report-reasons";
import { announce } from "@/lib/db/bus";
import { chatMessages } from "@/lib/db/schema/chat";
import { reports } from "@/lib/db/schema/reports";
import { newReportId } from "@/lib/ids";
import { limit } from "@/lib/limits";
import { type Cookies, secretCookie, secretIn } from "@/lib/participants/secret-cookie";
import { Problem } from "@/lib/problem";
import { hashSecret, newSecret } from "@/lib/secrets";

/** Without a `seq`, the report is about the livestream itself. */
type Report = { mint: string; seq?: number; reason: ReportReason; note?: string };
type Sender = { actor: Actor | null; jar: Cookies; address: string };

/**
 * Stores a report, or changes the sender's open one about the same subject.
 *
 * @returns the cookie of someone new without an account
 */
export async function report(
  context: Context,
  { actor, jar, address }: Sender,
  { mint, seq, reason, note }: Report,
): Promise<string | null> {
  const { db, now } = context;
  const asking = await askingOf(context, actor, jar, mint);
  await requireReadable(context, mint, asking);
  const message = seq === undefined ? null : await messageFor(context, asking, { mint, seq });
  if (actor) await limit("report", actor.id);
  else await limit("report-by-address", address);
  await limit("report-of-show", mint);
  const known = secretIn(jar, "report", mint);
  const secret = known ?? newSecret();
  const given = { reason, note: note || null };
  await db.transaction(async (tx) => {
    await tx
      .insert(reports)
      .values({
        ...{ id: newReportId(), mint, seq: seq ?? 0, ...message, ...given, createdAt: now() },
        ...(actor ? { reporterId: actor.id } : { browser: hashSecret(secret) }),
      })
      .onConflictDoUpdate({
        target: [reports.mint, reports.seq, actor ? reports.reporterId : reports.browser],
        targetWhere: isNull(reports.decidedAt),
        set: given,
      });
    if (message) await announce(tx, { mint, what: "reports" });
  });
  return actor || known ? null : secretCookie("report", mint, secret);
}

/** The message as it is now: a host may delete it before anyone decides. */
async function messageFor(
  { db }: Pick<Context, "db">,
  asking: Asking,
  { mint, seq }: { mint: string; seq: number },
) {
  const { author, authorName, text, deletedAt } = chatMessages;
  const [message] = await db
    .select({ author, authorName, text })
    .from(chatMessages)
    .where(
      and(
        eq(chatMessages.mint, mint),
        eq(chatMessages.channel, "show"),
        eq(chatMessages.seq, seq),
        isNull(deletedAt),
      ),
    );
  if (!message) throw new Problem("message-not-found", "This message doesn’t exist.");
  if (subjectsOf(asking).includes(message.author)) {
    throw new Problem("not-allowed", "You can’t report your own message.");
  }
  return message;
}

import "server-only";
import { and, eq, isNull, or, sql } from "drizzle-orm";
import { heldName } from "@/lib/accounts/find-account";
import type { Actor } from "@/lib/auth/actor";
import { type Asking, askingOf, requireReadable, subjectsOf } from "@/lib/chat/speaker";
import type { Context } from "@/lib/context";
import type { ReportReason } from "@/lib/contracts/common/report-reasons";
import { announce } from "@/lib/db/bus";
import type { Queries } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { chatMessages } from "@/lib/db/schema/chat";
import { livestreams } from "@/lib/db/schema/livestreams";
import { reports } from "@/lib/db/schema/reports";
import { newReportId } from "@/lib/ids";
import { limit } from "@/lib/limits";
import { livestreamNotFound } from "@/lib/livestreams/find-livestream";
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
  const known = secretIn(jar, "report", mint);
  const secret = known ?? newSecret();
  const subject = { mint, seq: seq ?? 0 };
  const sender = actor ? { reporterId: actor.id } : { browser: hashSecret(secret) };
  if (actor) await limit("report", actor.id);
  else {
    await limit("report-by-address", address);
    // Sending one report again and again must not use up what others may send.
    const again = known !== null && (await hasReported(db, subject, hashSecret(known)));
    if (!again) await limit("report-of-show", mint);
  }
  const given = { reason, note: note || null };
  await db.transaction(async (tx) => {
    const show = await holdShow(tx, mint);
    const stored = await tx
      .insert(reports)
      .values({
        ...{ id: newReportId(), ...subject, ...show, ...message },
        ...{ ...given, createdAt: now(), ...sender },
      })
      .onConflictDoUpdate({
        target: [reports.mint, reports.seq, actor ? reports.reporterId : reports.browser],
        targetWhere: isNull(reports.decidedAt),
        // As a new one: an admin who decides at this moment has read the old one.
        set: { ...given, createdAt: now() },
        setWhere: or(
          sql`${reports.reason} is distinct from excluded.reason`,
          sql`${reports.note} is distinct from excluded.note`,
        ),
      })
      .returning({ id: reports.id });
    if (message && stored.length > 0) await announce(tx, { mint, what: "reports" });
  });
  return actor || known ? null : secretCookie("report", mint, secret);
}

async function hasReported(
  db: Queries,
  { mint, seq }: { mint: string; seq: number },
  browser: string,
): Promise<boolean> {
  const [own] = await db
    .select({ id: reports.id })
    .from(reports)
    .where(
      and(
        ...[eq(reports.mint, mint), eq(reports.seq, seq)],
        ...[eq(reports.browser, browser), isNull(reports.decidedAt)],
      ),
    );
  return own !== undefined;
}

/** The show as it is now. Locked: its deletion waits, or was faster. */
async function holdShow(tx: Queries, mint: string) {
  const [show] = await tx
    .select({
      showTitle: livestreams.title,
      ...{ creatorId: livestreams.creatorId, creatorName: accounts.name },
    })
    .from(livestreams)
    .innerJoin(accounts, eq(accounts.id, livestreams.creatorId))
    .where(eq(livestreams.mint, mint))
    .for("key share", { of: livestreams });
  if (!show) throw livestreamNotFound();
  return show;
}

/** The message as it is now: a host may delete it before anyone decides. */
async function messageFor(
  { db }: Pick<Context, "db">,
  asking: Asking,
  { mint, seq }: { mint: string; seq: number },
) {
  const { author, authorName, authorRole, text, deletedAt } = chatMessages;
  const [found] = await db
    .select({ author, authorName, authorRole, text })
    .from(chatMessages)
    .where(
      and(
        eq(chatMessages.mint, mint),
        eq(chatMessages.channel, "show"),
        eq(chatMessages.seq, seq),
        isNull(deletedAt),
      ),
    );
  if (!found) throw new Problem("message-not-found", "This message doesn’t exist.");
  if (subjectsOf(asking).includes(found.author)) {
    throw new Problem("not-allowed", "You can’t report your own message.");
  }
  const { authorRole: role, ...message } = found;
  if (role === "guest" || role === "visitor") return message;
  return { ...message, authorName: heldName(message.author) };
}

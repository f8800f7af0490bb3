import "server-only";
import { and, desc, eq, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { z } from "zod";
import type { Context } from "@/lib/context";
import type { readAuditLog as contract } from "@/lib/contracts/admin/audit-log";
import { everyWordIn } from "@/lib/db/every-word";
import { accounts } from "@/lib/db/schema/accounts";
import { auditLog } from "@/lib/db/schema/audit-log";
import { livestreams } from "@/lib/db/schema/livestreams";

type Wanted = z.output<(typeof contract)["query"]>;
type Answer = z.input<(typeof contract)["response"]>;

const decider = alias(accounts, "decider");
const concerned = alias(accounts, "concerned");

/** The names of that time, and the handles and the title of today. */
const searched = sql`concat_ws(
  ' ', ${auditLog.decidedByName}, '@' || ${decider.handle}, ${auditLog.subjectName},
  '@' || ${concerned.handle}, ${livestreams.title}, ${auditLog.mint}, ${auditLog.subject}, ${auditLog.detail}
)`;

/** Every decision on the server, newest first. Callers are admins. */
export async function readAuditLog(
  { db }: Pick<Context, "db">,
  { q, event, cursor, limit }: Wanted,
): Promise<Answer> {
  const { seq, mint, decidedBy, decidedByName, subject, subjectName, detail, createdAt } = auditLog;
  const rows = await db
    .select({
      ...{ seq, event: auditLog.event, mint, title: livestreams.title, detail, createdAt },
      ...{ decidedBy, decidedByName, subject, subjectName },
    })
    .from(auditLog)
    .leftJoin(livestreams, eq(livestreams.mint, auditLog.mint))
    .leftJoin(decider, eq(decider.id, auditLog.decidedBy))
    .leftJoin(concerned, eq(concerned.id, auditLog.subject))
    .where(
      and(
        q ? everyWordIn(searched, q) : undefined,
        event && eq(auditLog.event, event),
        cursor === undefined ? undefined : lt(auditLog.seq, cursor),
      ),
    )
    .orderBy(desc(auditLog.seq))
    .limit(limit + 1);
  const entries = rows.slice(0, limit).map(toEntry);
  const last = rows.length > limit ? entries.at(-1) : undefined;
  return { entries, nextCursor: last ? String(last.seq) : null };
}

type Row = Omit<typeof auditLog.$inferSelect, "mint"> & {
  mint: string | null;
  title: string | null;
};

/** Decisions of the installation whose subject is a livestream. */
const aboutShow: ReadonlySet<Row["event"]> = new Set([
  "show_force_ended",
  "report_dismissed",
  "report_handled",
]);

function toEntry(row: Row): Answer["entries"][number] {
  const { seq, event, mint, title, subject, subjectName, detail } = row;
  const isShow = aboutShow.has(event) && subject !== null;
  const about = subject === null ? null : { id: subject, name: subjectName ?? subject };
  return {
    ...{ seq, event, detail },
    at: row.createdAt.toISOString(),
    by: row.decidedByName === null ? null : { id: row.decidedBy, name: row.decidedByName },
    subject: isShow ? null : about,
    show: isShow
      ? { mint: subject, title: subjectName ?? subject }
      : mint === null
        ? null
        : { mint, title: title ?? mint },
  };
}

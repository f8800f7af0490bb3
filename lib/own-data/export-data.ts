import "server-only";
import { and, desc, eq, isNotNull, ne } from "drizzle-orm";
import { toProfile } from "@/lib/accounts/account";
import { listApiKeys } from "@/lib/api-keys/list-api-keys";
import type { Person } from "@/lib/auth/actor";
import { listSessions } from "@/lib/auth/manage-sessions";
import { ownBrands } from "@/lib/brands/brand-access";
import type { Context } from "@/lib/context";
import type { OwnData } from "@/lib/contracts/accounts/own-data";
import { formerHandles, linkedIdentities } from "@/lib/db/schema/accounts";
import { auditLog } from "@/lib/db/schema/audit-log";
import { chatMessages } from "@/lib/db/schema/chat";
import { invites } from "@/lib/db/schema/guests";
import { livestreamMembers, livestreams } from "@/lib/db/schema/livestreams";
import { participants, restrictions } from "@/lib/db/schema/participants";
import { programmeLinks } from "@/lib/db/schema/programme-links";
import { reports } from "@/lib/db/schema/reports";
import { limit } from "@/lib/limits";
import { presentLivestreams } from "@/lib/livestreams/find-livestream";
import { presentOrganizations } from "@/lib/organizations/present-organization";
import { stillHolds } from "@/lib/participants/restrictions";

/** Each list is cut to its newest entries, so that no account can exhaust the server's memory. */
const most = 20_000;

/** What is stored about an account, as its owner may see it. */
export async function exportData(
  { db, now }: Pick<Context, "db" | "now">,
  owner: Person,
): Promise<OwnData> {
  await limit("export", owner.id);
  const { id } = owner;
  const lists = {
    livestreams: await presentLivestreams(db, eq(livestreams.creatorId, id), most),
    memberships: (
      await db
        .select()
        .from(livestreamMembers)
        .where(eq(livestreamMembers.accountId, id))
        .orderBy(desc(livestreamMembers.createdAt))
        .limit(most)
    ).map(({ createdAt, ...row }) => ({ ...row, since: createdAt.toISOString() })),
    invites: (
      await db
        .select()
        .from(invites)
        .where(eq(invites.createdBy, id))
        .orderBy(desc(invites.createdAt))
        .limit(most)
    ).map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      expiresAt: iso(row.expiresAt),
      revokedAt: iso(row.revokedAt),
    })),
    programmeLinks: (
      await db
        .select()
        .from(programmeLinks)
        .where(eq(programmeLinks.createdBy, id))
        .orderBy(desc(programmeLinks.createdAt))
        .limit(most)
    ).map(({ mint, createdAt }) => ({ mint, createdAt: createdAt.toISOString() })),
    messages: (
      await db
        .select()
        .from(chatMessages)
        .where(eq(chatMessages.author, id))
        .orderBy(desc(chatMessages.sentAt))
        .limit(most)
    ).map(({ mint, channel, sentAt, text, deletedAt }) => ({
      mint,
      chat: channel,
      sentAt: sentAt.toISOString(),
      text: deletedAt ? null : text,
    })),
    decisions: (
      await db
        .select()
        .from(auditLog)
        .where(eq(auditLog.decidedBy, id))
        .orderBy(desc(auditLog.seq))
        .limit(most)
    ).map(({ mint, event, detail, createdAt }) => ({
      ...{ mint, event, detail },
      createdAt: createdAt.toISOString(),
    })),
    restrictions: (
      await db
        .select()
        .from(restrictions)
        .where(and(eq(restrictions.subject, id), stillHolds))
        .orderBy(desc(restrictions.createdAt))
        .limit(most)
    ).map(({ mint, kind, createdAt, endsAt }) => ({
      ...{ mint, kind },
      createdAt: createdAt.toISOString(),
      endsAt: iso(endsAt),
    })),
    reports: (
      await db
        .select()
        .from(reports)
        .where(eq(reports.reporterId, id))
        .orderBy(desc(reports.createdAt))
        .limit(most)
    ).map(({ mint, seq, reason, note, createdAt }) => ({
      ...{ mint, message: seq || null, reason, note },
      createdAt: createdAt.toISOString(),
    })),
    visits: (
      await db
        .select()
        .from(participants)
        .where(
          and(
            eq(participants.accountId, id),
            isNotNull(participants.connectedAt),
            // Pages with a link that this person created, wherever they are open.
            ne(participants.role, "programme"),
          ),
        )
        .orderBy(desc(participants.connectedAt))
        .limit(most)
    ).map(({ mint, role, hidden, connectedAt, leftAt }) => ({
      ...{ mint, role, hidden },
      connectedAt: iso(connectedAt),
      leftAt: iso(leftAt),
    })),
  };
  const linked = await db.select().from(linkedIdentities).where(eq(linkedIdentities.accountId, id));
  const former = await db.select().from(formerHandles).where(eq(formerHandles.accountId, id));
  return {
    exportedAt: now().toISOString(),
    cut: Object.entries(lists).flatMap(([name, rows]) => (rows.length === most ? [name] : [])),
    account: toProfile(owner),
    formerHandles: former.map(({ handle, createdAt }) => ({
      handle,
      until: createdAt.toISOString(),
    })),
    linkedIdentities: linked.map(({ issuer, subject, createdAt }) => ({
      ...{ issuer, subject },
      linkedAt: createdAt.toISOString(),
    })),
    ...(await listSessions({ db, now }, owner)),
    ...(await listApiKeys({ db }, owner)),
    organizations: await presentOrganizations(db, id),
    brands: await ownBrands(db, id),
    ...lists,
  };
}

const iso = (at: Date | null) => at?.toISOString() ?? null;

import "server-only";
import { and, eq, isNotNull, or, sql } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { Queries } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { chatVisitors } from "@/lib/db/schema/chat";
import { livestreamMembers } from "@/lib/db/schema/livestreams";
import { fieldError } from "@/lib/field-errors";
import { rolesThatMay } from "@/lib/grants/capabilities";
import { newVisitorIdentity } from "@/lib/ids";
import { limit } from "@/lib/limits";
import type { Found } from "@/lib/livestreams/find-livestream";
import { type Cookies, secretCookie, secretIn } from "@/lib/participants/secret-cookie";
import { invalidField } from "@/lib/problem";
import { hashSecret, newSecret } from "@/lib/secrets";

export type VisitorRow = typeof chatVisitors.$inferSelect;

/** The visitor that a browser is in a livestream's chat. */
export async function visitorOfCookies(
  db: Queries,
  jar: Cookies,
  mint: string,
): Promise<VisitorRow | null> {
  const secret = secretIn(jar, "chat", mint);
  if (!secret) return null;
  const [row] = await db
    .select()
    .from(chatVisitors)
    .where(and(eq(chatVisitors.mint, mint), eq(chatVisitors.secretHash, hashSecret(secret))));
  return row ?? null;
}

type Newcomer = { name: string | undefined; address: string };

/** A new visitor under the chosen name, with the cookie that makes a browser this visitor. */
export async function newVisitor(
  { db, now }: Pick<Context, "db" | "now">,
  found: Found,
  { name, address }: Newcomer,
): Promise<{ visitor: VisitorRow; cookie: string }> {
  const { mint } = found;
  if (!name) throw invalidField("name", fieldError("required", "is required without an account"));
  await limit("chat-visitor-by-address", `${mint} ${address}`);
  await refuseHostName(db, found, name);
  const secret = newSecret();
  const visitor = {
    ...{ mint, name, identity: newVisitorIdentity() },
    ...{ secretHash: hashSecret(secret), createdAt: now() },
  };
  await db.insert(chatVisitors).values(visitor);
  return { visitor, cookie: secretCookie("chat", mint, secret) };
}

/** Joiners and variation selectors, which change nothing one can see between letters. */
const invisible = "\u200c\u200d\ufe0e\ufe0f";

/** The mark beside the name says enough about lookalikes; the very name of a host is refused. */
async function refuseHostName(db: Queries, { mint, creatorId }: Found, name: string) {
  const plain = (text: unknown) =>
    sql`lower(translate(normalize(${text}, NFKC), ${invisible}::text, ''))`;
  const { accountId, role } = livestreamMembers;
  const [host] = await db
    .select({ id: accounts.id })
    .from(accounts)
    .leftJoin(
      livestreamMembers,
      and(
        eq(livestreamMembers.mint, mint),
        eq(accountId, accounts.id),
        sql`${role} in ${rolesThatMay("ignore-moderation")}`,
      ),
    )
    .where(
      and(
        or(eq(accounts.id, creatorId), isNotNull(accountId)),
        sql`${plain(accounts.name)} = ${plain(sql`${name}::text`)}`,
      ),
    )
    .limit(1);
  if (host)
    throw invalidField("name", fieldError("name-of-host", "must not be the name of a host"));
}

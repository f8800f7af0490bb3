import "server-only";
import { sql } from "drizzle-orm";
import { EncryptJWT, jwtDecrypt } from "jose";
import type { Queries } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { livestreams } from "@/lib/db/schema/livestreams";
import { participants, seatVouchers } from "@/lib/db/schema/participants";
import { bothKeys, withEitherKey } from "@/lib/either-key";
import { env } from "@/lib/env";
import { once } from "@/lib/once";
import { holdPlace, sourcesOfSeats } from "./featured";
import { standingOf } from "./standing";

/** The session or API key a token was issued to; the token is void once it ends. */
export type Voucher = Pick<typeof seatVouchers.$inferSelect, "kind" | "voucherId">;

/** The account that requested a viewer's token. */
export type Asker = { accountId: string; voucher: Voucher };
/** A viewer's seat, carried in their token until they connect. */
type Ticket = {
  mint: string;
  identity: string;
  name: string;
  hidden: boolean;
  asker: Asker | null;
};
/** A participant in a livestream's room: from their token's claims, or as reported by LiveKit. */
export type Seen = { mint: string; identity: string; attributes: Record<string, string> };

const typ = "greenroom-seat+jwt";
const audience = "greenroom-seat";
const imported = (key: string) =>
  crypto.subtle.importKey("raw", Buffer.from(key, "base64url"), { name: "AES-GCM" }, false, [
    "encrypt",
    "decrypt",
  ]);

/** Imported once: from their bytes they would be imported again for each token. */
const keys = () =>
  once("seat-keys", () => {
    const { inviteKey, secondInviteKey } = env();
    const [first, ...others] = bothKeys(inviteKey, secondInviteKey);
    return [imported(first), ...others.map(imported)] as const;
  });

/**
 * Seals a seat into a token attribute (JWE, A256GCM). LiveKit shows attributes to room admins, who
 * must not see a hidden viewer's account, and holders of LiveKit's secret must not be able to forge
 * a seat.
 */
export async function sealSeat(ticket: Ticket): Promise<string> {
  const [key] = keys();
  return new EncryptJWT({ ...ticket })
    .setProtectedHeader({ alg: "dir", enc: "A256GCM", typ })
    .setAudience(audience)
    .encrypt(await key);
}

/** Null if it is not a seat in this livestream, for example after the operator changed the key. */
async function openSeat({ mint, identity, attributes }: Seen): Promise<Ticket | null> {
  try {
    const { payload } = await withEitherKey(keys(), async (key) =>
      jwtDecrypt<Ticket>(attributes.seat ?? "", await key, {
        ...{ typ, audience },
        keyManagementAlgorithms: ["dir"],
        contentEncryptionAlgorithms: ["A256GCM"],
      }),
    );
    return payload.mint === mint && payload.identity === identity ? payload : null;
  } catch {
    return null;
  }
}

/** Whether this is a viewer whose seat is stored on connecting. */
export const carriesSeat = ({ attributes }: Pick<Seen, "attributes">) =>
  attributes.seat !== undefined;

/**
 * Stores the seats of connecting viewers from their tokens, so that visitors who never connect have
 * none. Existing seats stay unchanged.
 */
export async function seatViewers(db: Queries, viewers: Seen[]): Promise<void> {
  const tickets = await Promise.all(viewers.map(openSeat));
  const found = tickets.filter((ticket) => ticket !== null);
  // Only a visible viewer's account can be on stage, so an audience of hidden viewers takes no
  // lock.
  const appearing = found.filter(({ hidden, asker }) => asker && !hidden);
  const others = found.filter((ticket) => !appearing.includes(ticket));
  if (others.length > 0) await write(db, others, null);
  for (const ticket of appearing) await seatOnStage(db, ticket, ticket.asker?.accountId ?? "");
}

async function seatOnStage(db: Queries, ticket: Ticket, accountId: string): Promise<void> {
  // A reconnect: after an outage everyone reconnects at once, and nobody needs the lock.
  if (await standingOf(db, ticket.mint, ticket.identity)) return;
  await db.transaction(async (tx) => {
    await holdPlace(tx, ticket.mint, accountId);
    await write(tx, [ticket], await sourcesOfSeats(tx, ticket.mint, accountId));
  });
}

/** A new seat inherits the instant before which the account's tokens for this show are void. */
async function write(db: Queries, tickets: Ticket[], sources: string[] | null): Promise<void> {
  const given = tickets.map(({ asker, ...seat }) => ({
    ...seat,
    account_id: asker?.accountId,
    kind: asker?.voucher.kind,
    voucher_id: asker?.voucher.voucherId,
  }));
  await db.execute(sql`
    with given as (
      select * from json_to_recordset(${JSON.stringify(given)}::json)
        as t(mint text, identity text, name text, hidden boolean, account_id text, kind text, voucher_id text)
    ), seated as (
      insert into ${participants} (mint, identity, role, account_id, name, hidden, sources, revoked_before)
      select show.mint, given.identity, 'viewer', given.account_id, given.name, given.hidden,
        ${sql.param(sources)}::text[],
        (
          select max(other.revoked_before) from ${participants} other
          where other.mint = show.mint and other.account_id = given.account_id
        )
      from given join ${livestreams} show on show.mint = given.mint
      left join ${accounts} known on known.id = given.account_id
      where given.account_id is null or known.id is not null
      on conflict do nothing
      returning mint, identity
    )
    insert into ${seatVouchers} (mint, identity, kind, voucher_id)
    select mint, identity, given.kind, given.voucher_id
    from seated join given using (mint, identity) where given.kind is not null`);
}

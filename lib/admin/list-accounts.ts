import "server-only";
import { and, isNotNull, ne, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Context } from "@/lib/context";
import type { AccountKind, listAccounts as contract } from "@/lib/contracts/admin/accounts";
import { cursorOf, placeOf } from "@/lib/db/cursor";
import { everyWordIn } from "@/lib/db/every-word";
import { accounts } from "@/lib/db/schema/accounts";
import { managedAccounts } from "./managed-account";

type Wanted = z.output<(typeof contract)["query"]>;
type Answer = z.input<(typeof contract)["response"]>;

const searched = sql`concat_ws(
  ' ', ${accounts.name}, '@' || ${accounts.handle}, ${accounts.email}
)`;

const ofKind: Record<AccountKind, SQL | undefined> = {
  admins: ne(accounts.role, "user"),
  suspended: isNotNull(accounts.suspendedAt),
};

export async function listAccounts(
  context: Pick<Context, "db" | "now">,
  { q, kind, cursor, limit }: Wanted,
): Promise<Answer> {
  const where = and(
    q ? everyWordIn(searched, q) : undefined,
    kind && ofKind[kind],
    cursor === undefined ? undefined : after(cursor),
  );
  const found = await managedAccounts(context, where, limit + 1);
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return { accounts: page, nextCursor: last ? cursorOf(last.createdAt, last.id) : null };
}

function after(cursor: string): SQL {
  const { at, id } = placeOf(cursor);
  return sql`(${accounts.createdAt}, ${accounts.id}) < (${at}::timestamptz, ${id})`;
}

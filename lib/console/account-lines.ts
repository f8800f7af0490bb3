import "server-only";
import { asc } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { accounts } from "@/lib/db/schema/accounts";

/** Anyone can choose their name, and the terminal would act on control characters in it. */
const printable = (text: string) => text.replace(/[\p{Cc}\p{Cf}]/gu, "");

/** One line per account, oldest first; a sentence if there are none. */
export async function accountLines({ db }: Pick<Context, "db">): Promise<string[]> {
  const { handle, name, email, role, createdAt } = accounts;
  const rows = await db
    .select({ handle, name, email, role, createdAt })
    .from(accounts)
    .orderBy(asc(accounts.createdAt), asc(accounts.id));
  if (rows.length === 0) return ["There are no accounts yet."];
  return rows.map((row) =>
    [
      `@${row.handle}`,
      printable(row.name),
      printable(row.email),
      row.role,
      row.createdAt.toISOString().slice(0, 10),
    ].join("\t"),
  );
}

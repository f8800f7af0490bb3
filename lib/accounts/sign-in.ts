import "server-only";
import { eq } from "drizzle-orm";
import { type Door, type Session, startSession } from "@/lib/auth/sessions";
import type { Context } from "@/lib/context";
import { accounts } from "@/lib/db/schema";
import { limit } from "@/lib/limits";
import { Problem } from "@/lib/problem";
import type { Account } from "./account";
import { passwordFits } from "./passwords";

type Attempt = { email: string; password: string; door: Door };

/** Both doors end here: one answer for every failure, one row for every session. */
export async function signIn(
  context: Pick<Context, "db" | "now">,
  { email, password, door }: Attempt,
): Promise<{ account: Account; session: Session }> {
  await limit("sign-in", email);
  const [found] = await context.db.select().from(accounts).where(eq(accounts.email, email));
  if (!(await passwordFits(found?.passwordHash ?? null, password)) || !found) {
    throw new Problem("wrong-credentials", "The e-mail address or the password is wrong.");
  }
  return { account: found, session: await startSession(context, found.id, door) };
}

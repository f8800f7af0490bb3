import "server-only";
import { getTableColumns } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { installation } from "@/lib/db/schema/installation";
import { type Env, env } from "@/lib/env";

const { id: _, logo: __, ...columns } = getTableColumns(installation);

/** Every column of the settings except the logo's bytes. */
export const installationColumns = columns;

export type Installation = Omit<typeof installation.$inferSelect, "id" | "logo">;

/**
 * The installation's settings, for decisions that need them as they are now. The row is made from the
 * environment when it is first read: of two processes that start at once, one makes it.
 */
export async function readInstallation(db: Queries): Promise<Installation> {
  const find = () => db.select(installationColumns).from(installation);
  const [found] = await find();
  if (found) return found;
  await db.insert(installation).values(firstValues(env())).onConflictDoNothing();
  const [made] = await find();
  if (!made) throw new Error("the installation has no settings");
  return made;
}

/** The settings as the environment has them. */
export function firstValues(given: Env): typeof installation.$inferInsert {
  const { installationName: name, signUp, signUpDomains, ...settings } = given;
  const { keepEventsDays, keepSessionsDays, keepPeopleDays, keepChatDays, keepShowsDays } =
    settings;
  return {
    ...{ name, signUp, signUpDomains: signUpDomains ?? [] },
    ...{ keepEventsDays, keepSessionsDays, keepPeopleDays, keepChatDays, keepShowsDays },
  };
}

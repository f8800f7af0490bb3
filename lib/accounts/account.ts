import type { Profile } from "@/lib/contracts/accounts/auth";
import type { Person } from "@/lib/contracts/livestreams";
import type { accounts } from "@/lib/db/schema/accounts";
import { accountPicturePath } from "./account-picture-path";

export type Account = Omit<typeof accounts.$inferSelect, "passwordHash">;

export const isAdmin = (account: Account) => account.role !== "user";
export const isSuperAdmin = (account: Account) => account.role === "super_admin";

/** The contract's `person`. */
export function toPerson(account: Account): Person {
  const { id, handle, name } = account;
  return { id, handle, name, picture: accountPicturePath(account) };
}

export function toProfile(account: Account): Profile {
  const { email, role, createdAt } = account;
  return { ...toPerson(account), email, role, createdAt: createdAt.toISOString() };
}

import type { Profile } from "@/lib/contracts/accounts/auth";
import type { accounts } from "@/lib/db/schema/accounts";

export type Account = Omit<typeof accounts.$inferSelect, "passwordHash">;

export const isAdmin = (account: Account) => account.role !== "user";
export const isSuperAdmin = (account: Account) => account.role === "super_admin";

export function toProfile({ id, handle, name, email, role, createdAt }: Account): Profile {
  return { id, handle, name, email, role, createdAt: createdAt.toISOString() };
}

import { index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { createdAt } from "./columns";

export const organizations = pgTable(
  "organizations",
  {
    /** An account's own organization has its handle as id, and changes with it. */
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    /**
     * Null once the account is deleted. Any other member may have been added without being asked.
     */
    foundedBy: text("founded_by").references(() => accounts.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [index("organizations_founded_by").on(t.foundedBy)],
);

export const organizationMembers = pgTable(
  "organization_members",
  {
    orgId: text("org_id")
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade", onUpdate: "cascade" }),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    role: text("role", { enum: ["owner", "admin", "member"] }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.accountId] }),
    index("organization_members_account").on(t.accountId),
  ],
);

import { pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { createdAt } from "./columns";
import { livestreams } from "./livestreams";

/** The link to a livestream's programme, for recorders and browser sources. A new one replaces it. */
export const programmeLinks = pgTable(
  "programme_links",
  {
    mint: text("mint")
      .primaryKey()
      .references(() => livestreams.mint, { onDelete: "cascade" }),
    /** Part of the identities that were issued for it, which the gate compares. */
    id: text("id").notNull(),
    /** SHA-256 of the key, which is random and long enough to need no slow hash. */
    hash: text("hash").notNull(),
    ending: text("ending").notNull(),
    createdBy: text("created_by")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("programme_links_hash_key").on(t.hash)],
);

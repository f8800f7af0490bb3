import { pgTable, text } from "drizzle-orm/pg-core";
import { nameSizes } from "../../contracts/common/brand";
import { bytes } from "./columns";
import { organizations } from "./organizations";

/** How an organization's shows look. Without a row, they look as usual. */
export const brands = pgTable("brands", {
  orgId: text("org_id")
    .primaryKey()
    .references(() => organizations.id, { onDelete: "cascade", onUpdate: "cascade" }),
  /** Colours as `#rrggbb`; null for the usual ones. */
  accent: text("accent"),
  text: text("text"),
  nameSize: text("name_size", { enum: nameSizes }).notNull().default("medium"),
  /** Each picture with the SHA-256 of its bytes, used in its URL; null for none. */
  logo: bytes("logo"),
  logoDigest: text("logo_digest"),
  background: bytes("background"),
  backgroundDigest: text("background_digest"),
  overlay: bytes("overlay"),
  overlayDigest: text("overlay_digest"),
});

import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { accounts } from "@/lib/db/schema/accounts";

type Pictured = { handle: string; pictureDigest: string | null };

/** The URL of an account's picture, with its digest, so that browsers may cache it forever. */
export const accountPicturePath = ({ handle, pictureDigest }: Pictured): string | null =>
  pictureDigest && `/accounts/${handle}/picture?digest=${pictureDigest}`;

/** The same in SQL; null without a picture. */
export const accountPicturePathSql: SQL<string | null> = sql<string | null>`
  '/accounts/' || ${accounts.handle} || '/picture?digest=' || ${accounts.pictureDigest}`;

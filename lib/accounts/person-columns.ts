import "server-only";
import { accounts } from "@/lib/db/schema/accounts";
import { accountPicturePathSql } from "./account-picture-path";

/** An account's public columns: the contract's `person`. */
export const personColumns = {
  id: accounts.id,
  handle: accounts.handle,
  name: accounts.name,
  picture: accountPicturePathSql,
};

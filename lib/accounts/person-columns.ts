import "server-only";
import { accounts } from "@/lib/db/schema/accounts";

/** An account's public columns: the contract's `person`. */
export const personColumns = { id: accounts.id, handle: accounts.handle, name: accounts.name };

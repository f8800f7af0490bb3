import "server-only";
import { accounts } from "@/lib/db/schema/accounts";

/** An account as other people meet it: the columns of the contract's `person`. */
export const personColumns = { id: accounts.id, handle: accounts.handle, name: accounts.name };

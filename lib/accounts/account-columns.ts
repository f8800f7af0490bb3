import "server-only";
import { getTableColumns } from "drizzle-orm";
import { accounts } from "@/lib/db/schema/accounts";

const { passwordHash: _, ...columns } = getTableColumns(accounts);

/** Every column of an account except the password's hash. */
export const accountColumns = columns;

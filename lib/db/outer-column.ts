import "server-only";
import { type AnyColumn, type SQL, sql } from "drizzle-orm";

/**
 * A column of the outer query, for use inside a sub-select. In a query of one table Drizzle strips the
 * table's name from the columns of a selected `sql` fragment, and the bare name then means the inner
 * table's column: the condition compares a column with itself and is always true. A nested fragment
 * keeps the name.
 */
export const outerColumn = (column: AnyColumn): SQL => sql`${column}`;

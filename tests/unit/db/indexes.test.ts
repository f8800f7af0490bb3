import { getTableName, is } from "drizzle-orm";
import { getTableConfig, type PgColumn, PgTable } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import * as accounts from "@/lib/db/schema/accounts";
import * as chat from "@/lib/db/schema/chat";
import * as encoders from "@/lib/db/schema/encoders";
import * as guests from "@/lib/db/schema/guests";
import * as installation from "@/lib/db/schema/installation";
import * as livestreams from "@/lib/db/schema/livestreams";
import * as organizations from "@/lib/db/schema/organizations";
import * as participants from "@/lib/db/schema/participants";
import * as reports from "@/lib/db/schema/reports";

const tables = [
  ...[accounts, chat, encoders, guests, installation, livestreams, organizations, participants],
  ...[reports],
].flatMap((file) => Object.values(file).filter((each) => is(each, PgTable)));

/** Columns that name the person who did something. Only the deletion of an account searches by them, and it is rare. */
const whoDidIt = [
  "chat_messages.deleted_by",
  "featured_viewers.created_by",
  "guests.decided_by",
  "invites.created_by",
  "reports.decided_by",
  "restrictions.created_by",
  "sign_up_links.created_by",
  "stream_keys.created_by",
];
const exceptions = [
  ...whoDidIt,
  // Organizations and livestreams are never deleted; of sessions, only open ones are searched.
  "invites.org_id",
  "encoder_sessions.mint",
];

/** The columns by which the table can be searched without a full scan. */
function searchable(table: PgTable): string[][] {
  const { indexes, primaryKeys, columns, uniqueConstraints } = getTableConfig(table);
  const names = (list: { name: string }[]) => list.map(({ name }) => name);
  return [
    ...indexes
      .filter(({ config }) => !config.where)
      .map(({ config }) => names(config.columns as PgColumn[])),
    ...primaryKeys.map((key) => names(key.columns)),
    ...uniqueConstraints.map((unique) => names(unique.columns)),
    ...columns.filter(({ primary }) => primary).map(({ name }) => [name]),
  ];
}

test("every foreign key has an index, or a reason not to", () => {
  const without = tables.flatMap((table) => {
    const indexed = searchable(table);
    return getTableConfig(table).foreignKeys.flatMap((key) => {
      const columns = key.reference().columns.map(({ name }) => name);
      const found = indexed.some((names) =>
        columns.every((column) => names.slice(0, columns.length).includes(column)),
      );
      return found ? [] : [`${getTableName(table)}.${columns.join("+")}`];
    });
  });
  expect(without.sort()).toEqual(exceptions.sort());
});

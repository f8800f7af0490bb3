import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { allContracts } from "@/lib/contracts/all";
import type { Endpoint } from "@/lib/contracts/common/endpoint";
import { type ActorName, actorNames, type People } from "@/tests/support/api/actors";
import { addressOf, Client, type Input, sentTo } from "@/tests/support/api/client";
import { limitKey, sql } from "@/tests/support/api/database";
import type { Person } from "@/tests/support/api/factories";
import { type Row, titleOf } from "./row";
import { rows } from "./rows";
import { aShow, type Show } from "./show";
import { theTablesPeople } from "./table-people";

const page = fileURLToPath(new URL("../../../docs/api-access.md", import.meta.url));

let people: People;
let clients: Record<ActorName, Client>;
let passerBy: Person;
let shared: Show;
beforeAll(async () => {
  ({ people, clients, passerBy } = await theTablesPeople());
  shared = await aShow(people, passerBy);
});

// Each row that changes something creates its own shows: together more than one account may create in an hour.
beforeEach(() =>
  sql("delete from rate_limits where key = $1", [limitKey("livestream", people.creator.id)]),
);

const expectedOf = ({ expected }: Row, actor: ActorName) => expected[actor] ?? expected.others;

for (const row of rows) {
  test(`${titleOf(row)}: every caller gets the status in the table`, async () => {
    const answered: Record<string, number> = {};
    let input: Input<Endpoint> | undefined;
    for (const actor of actorNames) {
      input ??= await row.input(row.changes ? await aShow(people, passerBy) : shared);
      const answer = await new Client(clients[actor].bearer).send(
        addressOf(row.contract, input),
        sentTo(row.contract, input),
      );
      answered[actor] = answer.status;
      if (answer.status < 400) input = undefined;
    }
    const wanted = Object.fromEntries(actorNames.map((actor) => [actor, expectedOf(row, actor)]));
    expect(answered).toEqual(wanted);
  });
}

test("the table covers every URL", () => {
  const inTable = new Set(rows.map(({ contract }) => contract));
  const missing = allContracts.filter(({ contract }) => !inTable.has(contract));
  expect(missing.map(({ name }) => name)).toEqual([]);
});

test("docs/api-access.md matches this table (UPDATE_DOCS=1 writes it)", () => {
  const text = `${intro}\n\n${table()}\n`;
  if (process.env.UPDATE_DOCS) writeFileSync(page, text);
  expect(readFileSync(page, "utf8")).toBe(text);
});

function table(): string {
  const line = (cells: (string | number)[]) => `| ${cells.join(" | ")} |`;
  const body = rows.map((row) => {
    const { method, path } = row.contract;
    const call = `\`${method} ${path}\`${row.note ? `, ${row.note}` : ""}`;
    return line([call, ...actorNames.map((actor) => expectedOf(row, actor))]);
  });
  return [line(["", ...actorNames]), line(["---", ...actorNames.map(() => "---")]), ...body].join(
    "\n",
  );
}

const intro = `# Who may call what

Every URL of the API with the status that each kind of caller gets. \`tests/contract/access\` makes each of these calls
and compares. The show is private and on air: the **creator** owns it, the **co-host** runs it with them, the **moderator** and
the **viewer** are on its list, and the **other creator** has no part in it. **member**, **org admin** and **allowed admin** belong to
the organization of the invites. **admin** and **super admin** are roles in the installation, which give no access to
other people's shows, apart from ending them, lifting bans and deleting reported messages. **API key** is the creator's, with every scope but
\`operator\`; **agent** is an admin's key with only the scope \`operator\`. **expired** and **logged out** send a
token that was valid once.`;

import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { z } from "zod";
import { editProfile } from "@/lib/contracts/accounts/profile";
import { changeSettings, readSettings } from "@/lib/contracts/admin/installation";
import type { Endpoint } from "@/lib/contracts/common/endpoint";
import { type Row, titleOf } from "@/tests/contract/access/row";
import { rows } from "@/tests/contract/access/rows";
import { aShow, type Show } from "@/tests/contract/access/show";
import { theTablesPeople } from "@/tests/contract/access/table-people";
import { type ActorName, actorNames, type People, theSuperAdmin } from "@/tests/support/api/actors";
import { type AnotherApp, anotherApp } from "@/tests/support/api/another-app";
import { Client, type Input } from "@/tests/support/api/client";
import { sql } from "@/tests/support/api/database";
import { anAccount, type Person } from "@/tests/support/api/factories";
import { type Document, readDocument, schemaChecker } from "@/tests/support/api/openapi";
import { type Mutant, mutantsOf } from "./mutants";
import { seed } from "./seed";

/** Mutants of each row of the access table, for each kind of caller. */
const mutantsEach = 3;
const atOnce = 5;
const longestMs = 5_000;

let app: AnotherApp;
let document: Document;
let misfit: ReturnType<typeof schemaChecker>;
let people: People;
let clients: Record<ActorName, Client>;
let passerBy: Person;
/** Named by mutants, and in no other role: some of them suspend it. */
let other: Person;
let shared: Show;
/** The installation's, which mutants of admins change. */
let settings: z.output<typeof readSettings.response>;
beforeAll(async () => {
  app = await anotherApp();
  document = await readDocument();
  misfit = schemaChecker(document);
  ({ people, clients, passerBy } = await theTablesPeople());
  other = await anAccount("Other");
  shared = await aShow(people, passerBy);
  settings = await clients["super admin"].ok(readSettings, {});
});
afterAll(async () => {
  const { logo: _, changedAt: __, ...body } = settings;
  await app.stop();
  // In a new session: the last row has ended the others.
  await (await theSuperAdmin()).ok(changeSettings, { body });
});

// What this file calls would use up the limits of its accounts, and each call would end there.
beforeEach(async () => {
  await sql("delete from rate_limits");
});

// A mutant may change a handle, which the other rows use.
const ordered = rows.toSorted((a, b) => Number(isLast(a)) - Number(isLast(b)));
function isLast({ contract }: Row) {
  return contract === editProfile || contract.path === "/auth/logout";
}

type Wrong = { as: ActorName; mutant: Mutant; why: string };

for (const [index, row] of ordered.entries()) {
  const { contract } = row;
  test(`${titleOf(row)}: every caller gets a declared answer to changed requests, within 5 s`, async () => {
    let show = row.changes ? await aShow(people, passerBy) : shared;
    const wrong: Wrong[] = [];
    const unchanged = row.changes ? null : row.input(show);
    const waiting = actorNames.map((as, at) => ({ as, at }));
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { as, at } = next;
        // An earlier call may have ended the show.
        const input = await Promise.resolve(unchanged ?? row.input(show)).catch(async () => {
          show = await aShow(people, passerBy);
          return row.input(show);
        });
        for (const mutant of mutants(contract, input, show, index * actorNames.length + at)) {
          const why = await fault(contract, as, mutant);
          if (why) wrong.push({ as, mutant, why });
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    expect(wrong.map(report), `reproduce with SEED=${seed}`).toEqual([]);
  });
}

test("the app sent itself no request, and no error went uncaught", async () => {
  expect(await app.ownRequests()).toBe(0);
  expect(await app.uncaught()).toBe(0);
});

const operationOf = ({ method, path }: Endpoint) => {
  const operation = document.paths[path]?.[method.toLowerCase()];
  if (!operation) throw new Error(`the document has no ${method} ${path}`);
  return operation;
};

function mutants(contract: Endpoint, input: Input<Endpoint>, { mint }: Show, run: number) {
  const known = [mint, other.id, other.handle];
  const arbitrary = mutantsOf(contract, operationOf(contract), input, known);
  return fc.sample(arbitrary, { numRuns: mutantsEach, seed: seed + run });
}

/** Describes how the answer to a mutant breaks a promise; null if it does not. */
async function fault(contract: Endpoint, as: ActorName, mutant: Mutant): Promise<string | null> {
  const { address, bearer } = new Client(clients[as].bearer);
  const startedAt = performance.now();
  const response = await fetch(app.url + mutant.url, {
    method: mutant.method,
    redirect: "manual",
    headers: {
      "x-forwarded-for": address,
      ...(bearer && { authorization: `Bearer ${bearer}` }),
      ...mutant.headers,
    },
    body: mutant.body,
  });
  const type = response.headers.get("content-type")?.split(";")[0] ?? "";
  if (type === "text/event-stream") await response.body?.cancel();
  const text = type === "text/event-stream" ? "" : await response.text();
  const ms = performance.now() - startedAt;
  const { status } = response;
  const said = `${status} ${text.slice(0, 200)}`;
  if (ms > longestMs) return `answered after ${Math.round(ms)} ms: ${said}`;
  // 501 is oEmbed's own answer for an unsupported format.
  if (status >= 500 && status !== 501) return said;
  const declared = operationOf(contract).responses[`${status}`];
  if (!declared) return `not in the document: ${said}`;
  if (status === 204) return null;
  const content = declared.content?.[type];
  if (!content) return `the type ${type} is not in the document: ${said}`;
  if (!type.endsWith("json")) return null;
  const misfits = misfit(content.schema, JSON.parse(text));
  return misfits && `${misfits}: ${said}`;
}

const report = ({ as, mutant, why }: Wrong) =>
  `${as}: ${mutant.method} ${mutant.url.slice(0, 200)}, ${mutant.what}: ${why}`;

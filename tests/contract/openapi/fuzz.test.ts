import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { allContracts } from "@/lib/contracts/all";
import { anAdmin } from "@/tests/support/api/admins";
import { type Answer, Client } from "@/tests/support/api/client";
import { sql } from "@/tests/support/api/database";
import {
  aGuestWaiting,
  aLiveShow,
  aLivestream,
  anAccount,
  anInvite,
  aViewerToken,
  type Person,
} from "@/tests/support/api/factories";
import {
  type Document,
  fieldsOf,
  type Operation,
  readDocument,
  schemaChecker,
  valuesOf,
} from "@/tests/support/api/openapi";
import { identityOf } from "@/tests/support/api/tokens";

/** Runs for each operation; a failure prints the seed that reproduces it. */
const runs = 25;

/** Run last, because they end what the others need: the organization's ID, the session and the show. */
const last = ["editProfile", "forceEnd", "endLivestream", "deleteLivestream", "logout"];
const order = allContracts.toSorted((a, b) => last.indexOf(a.name) - last.indexOf(b.name));

/** Would change this server for all other tests, so an account without rights calls it. */
const isForEveryone = (path: string) => path === "/installation";

let document: Document;
let ada: Person;
let bob: Person;
/** Real values, so that calls get past "not found". */
let known: string[];
beforeAll(async () => {
  document = await readDocument();
  // An admin, whose calls also get past the checks of the admin pages' URLs.
  ada = await anAdmin("Ada Lovelace");
  bob = await anAccount();
  const mint = await aLiveShow(ada);
  const invite = await anInvite(ada, mint);
  const guest = await aGuestWaiting(invite);
  const viewer = identityOf(await aViewerToken(ada, mint, false));
  const { mint: planned } = await aLivestream(ada);
  const otherSession = "fuzzedSession";
  await sql(
    `insert into sessions (id, account_id, door, expires_at)
     values ($1, $2, 'pages', now() + interval '1 hour')`,
    [otherSession, ada.id],
  );
  known = [
    mint,
    planned,
    ada.id,
    otherSession,
    ada.handle,
    ada.email,
    guest.identity,
    viewer,
    invite.jti,
    invite.token,
  ];
});

/** Operations that succeeded at least once. */
const succeeded = new Set<string>();

type Call = {
  as: "Ada" | "nobody";
  params: Record<string, unknown>;
  query: Record<string, unknown>;
  body: unknown;
};

/** Calls as the document describes them, one in four with a part that it does not allow. */
function callsOf({ parameters, requestBody }: Operation): fc.Arbitrary<Call> {
  const fields = (where: "path" | "query") => {
    const those = parameters.filter((each) => each.in === where);
    const requiredKeys = those.filter(({ required }) => required).map(({ name }) => name);
    return fieldsOf(
      Object.fromEntries(those.map(({ name, schema }) => [name, schema])),
      requiredKeys,
      known,
    );
  };
  const odd = fc.jsonValue({ maxDepth: 3 });
  const schema = requestBody?.content["application/json"]?.schema;
  const body = schema
    ? fc.oneof({ weight: 3, arbitrary: valuesOf(schema, known) }, { weight: 1, arbitrary: odd })
    : fc.constant(undefined);
  const oddQuery = fc.dictionary(fc.string({ maxLength: 12 }), fc.string(), { maxKeys: 3 });
  return fc.record({
    as: fc.constantFrom("Ada" as const, "Ada" as const, "nobody" as const),
    params: fields("path"),
    query: fc.oneof({ weight: 3, arbitrary: fields("query") }, { weight: 1, arbitrary: oddQuery }),
    body,
  });
}

function send(method: string, path: string, call: Call): Promise<Answer> {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(`${call.params[name]}`),
  );
  const query = Object.entries(call.query).map(([name, value]) => [name, `${value}`]);
  const search = new URLSearchParams(query).toString();
  const admin = isForEveryone(path) ? bob : ada;
  const client = call.as === "Ada" ? admin.api : new Client();
  return client.send(search ? `${filled}?${search}` : filled, { method, json: call.body });
}

for (const { contract } of order) {
  const { method, path, produces } = contract;
  if (produces !== "application/json") continue;
  test(`${method} ${path}: no input causes a 500 or an answer missing from the document`, async () => {
    const operation = document.paths[path]?.[method.toLowerCase()];
    if (!operation) throw new Error("the document has no such operation");
    const misfit = schemaChecker(document);
    await fc.assert(
      fc.asyncProperty(callsOf(operation), async (call) => {
        const answer = await send(method, path, call);
        if (answer.status < 300) succeeded.add(operation.operationId);
        // 501 is oEmbed's own answer for an unsupported format.
        if (answer.status !== 501) expect(answer.status, answer.text).toBeLessThan(500);
        const promised = operation.responses[`${answer.status}`];
        expect(promised, `${answer.status} ${answer.text}`).toBeDefined();
        const type = answer.headers.get("content-type")?.split(";")[0] ?? "";
        const content = promised?.content[type];
        expect(content, type).toBeDefined();
        if (content) expect(misfit(content.schema, answer.body), answer.text).toBeNull();
      }),
      { numRuns: runs },
    );
  });
}

test("most operations succeed at least once: the calls get past the checks", () => {
  const tried = order.filter(({ contract }) => contract.produces === "application/json");
  expect(succeeded.size).toBeGreaterThan(tried.length / 2);
});

import { beforeAll, expect, test } from "vitest";
import * as auth from "@/lib/contracts/auth";
import * as chat from "@/lib/contracts/chat";
import { type Endpoint, nothing } from "@/lib/contracts/endpoint";
import * as guests from "@/lib/contracts/guests";
import * as livestreams from "@/lib/contracts/livestreams";
import * as tokens from "@/lib/contracts/tokens";
import { addressOf, Client, type Input } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { anAccount, type Person } from "@/tests/support/api/factories";
import { sessionCookieOf, signInByPage } from "@/tests/support/api/pages";
import { signBearer } from "@/tests/support/api/tokens";

const mint = "NoSuchShow123456";
const params = { mint };
const roomId = mint;
const text = "hello";
const inviteToken = "not.an.invite";
const query = { mint, creator: "nobody", hidden: "true" };
const title = "A show";

/** Every URL with a request of the right form, and whether it asks for a session. */
const urls: [Endpoint, "signed in" | "open", Record<string, unknown>][] = [
  [auth.signUp, "open", { body: {} }],
  [auth.login, "open", { body: { email: "nobody@example.org", password: "x" } }],
  [auth.myProfile, "signed in", {}],
  [auth.isAdmin, "signed in", {}],
  [auth.isSuperAdmin, "signed in", {}],
  [auth.logout, "signed in", {}],
  [livestreams.createLivestream, "signed in", { body: { title } }],
  [livestreams.listLivestreams, "open", {}],
  [livestreams.readLivestream, "open", { params }],
  [livestreams.editLivestream, "signed in", { params, body: {} }],
  [livestreams.goLive, "signed in", { params }],
  [livestreams.endLivestream, "signed in", { params }],
  [livestreams.listMembers, "signed in", { params }],
  [livestreams.addMember, "signed in", { params, body: { handle: "nobody", role: "host" } }],
  [livestreams.removeMember, "signed in", { params: { mint, accountId: "u_nobody1234" } }],
  [livestreams.removeParticipant, "signed in", { params, body: { identity: "v_nobody1234" } }],
  [tokens.hostToken, "signed in", { query }],
  [tokens.participantToken, "signed in", { query }],
  [tokens.viewerPass, "open", { params }],
  [chat.readChat, "open", { params }],
  [chat.postChat, "open", { params, body: { text } }],
  [chat.deleteChat, "open", { params: { mint, seq: "1" } }],
  [chat.mutePerson, "signed in", { params, body: { subject: "u_nobody1234" } }],
  [chat.unmutePerson, "signed in", { params: { mint, subject: "u_nobody1234" } }],
  [guests.createInvite, "signed in", { body: { orgId: "acme", roomId, durationSeconds: 60 } }],
  [guests.listInvites, "signed in", { query: { roomId } }],
  [guests.revokeInvite, "signed in", { body: { jti: "none" } }],
  [guests.roomAuth, "open", { body: { inviteToken, guestName: "Grace" } }],
  [guests.guestState, "open", { body: { inviteToken } }],
  [
    guests.admitGuest,
    "signed in",
    { body: { roomId, guestIdentity: "g_12345678", action: "deny" } },
  ],
  [guests.admitAllGuests, "signed in", { body: { roomId } }],
  [guests.leaveAsGuest, "open", { body: { roomId } }],
];

const all = urls.map(([endpoint, access, input]) => ({
  name: `${endpoint.method} ${endpoint.path}`,
  endpoint,
  access,
  input: input as Input<Endpoint>,
}));
const forTheSignedIn = all.filter(({ access }) => access === "signed in");
const withBody = all.filter(({ endpoint }) => endpoint.body !== nothing);
const writes = all.filter(({ endpoint }) => endpoint.method !== "GET");

let ada: Person;
let browser: Client;
beforeAll(async () => {
  ada = await anAccount();
  ({ browser } = await signInByPage(ada));
  expect(sessionCookieOf(browser)).toBeDefined();
});

test("the table names every endpoint that the contracts declare", () => {
  const declared = [auth, livestreams, tokens, chat, guests]
    .flatMap((each) => Object.values(each) as unknown[])
    .filter((each): each is Endpoint => typeof each === "object" && each !== null && "path" in each)
    .map(({ method, path }) => `${method} ${path}`);
  expect(all.map(({ name }) => name).sort()).toEqual(declared.sort());
});

for (const { name, endpoint, input } of forTheSignedIn) {
  test(`401: ${name} without a token`, async () => {
    const answer = await new Client().call(endpoint, input);
    expectProblem(answer, 401, "not-signed-in");
    expect(answer.headers.get("www-authenticate")).toBe("Bearer");
  });

  test(`401: ${name} with a token that is none`, async () => {
    expectProblem(await new Client("garbage").call(endpoint, input), 401, "not-signed-in");
  });

  test(`401: ${name} with a token whose session is no more`, async () => {
    const ended = await signBearer({ sid: "NoSuchSession1234567890", sub: ada.id });
    expectProblem(await new Client(ended).call(endpoint, input), 401, "not-signed-in");
  });

  test(`401: ${name} with a token past its time`, async () => {
    const expired = await signBearer({ sid: "any", sub: ada.id, exp: 1_700_000_000 });
    expectProblem(await new Client(expired).call(endpoint, input), 401, "session-expired");
  });
}

for (const { name, endpoint, input } of withBody) {
  const bodies = { "no body": "", "no JSON": "{title:", "a list": "[]", "just null": "null" };
  for (const [what, raw] of Object.entries(bodies)) {
    test(`400: ${name} with ${what}`, async () => {
      const headers = { "content-type": "application/json" };
      const sent = { method: endpoint.method, raw, headers };
      const answer = await ada.api.send(addressOf(endpoint, input), sent);
      expect(expectProblem(answer, 400, "invalid-request").errors).toBeTypeOf("object");
    });
  }

  test(`413: ${name} with more than 64 KiB`, async () => {
    const raw = JSON.stringify({ padding: "x".repeat(64 * 1_024) });
    const sent = { method: endpoint.method, raw };
    expectProblem(await ada.api.send(addressOf(endpoint, input), sent), 413, "body-too-large");
  });
}

for (const { name, endpoint, input } of writes) {
  const foreign: Record<string, Record<string, string>> = {
    "a page of another site": { "sec-fetch-site": "cross-site" },
    "a page of a sibling host": { "sec-fetch-site": "same-site" },
    "another origin": { origin: "https://evil.example" },
    "an origin that hides itself": { origin: "null" },
  };
  for (const [from, headers] of Object.entries(foreign)) {
    test(`403: ${name} by cookie from ${from}`, async () => {
      expectProblem(await browser.call(endpoint, input, headers), 403, "cross-site-request");
    });
  }
}

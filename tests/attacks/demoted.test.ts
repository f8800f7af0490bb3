import { afterAll, beforeAll, expect, test } from "vitest";
import { createApiKey, revokeApiKey } from "@/lib/contracts/accounts/api-keys";
import { logout } from "@/lib/contracts/accounts/auth";
import { changeRole, suspendAccount } from "@/lib/contracts/admin/accounts";
import { placeGuest } from "@/lib/contracts/backstage";
import { addMember, editLivestream, removeMember } from "@/lib/contracts/livestreams";
import { removeOrganizationMember } from "@/lib/contracts/organizations";
import { reportMessage } from "@/lib/contracts/reports";
import { removeParticipant } from "@/lib/contracts/restrictions";
import { featureViewer, unfeatureViewer } from "@/lib/contracts/stage";
import { participantToken } from "@/lib/contracts/tokens";
import { theSuperAdmin } from "@/tests/support/api/actors";
import { anAdmin } from "@/tests/support/api/admins";
import { Client } from "@/tests/support/api/client";
import { withoutSweep } from "@/tests/support/api/database";
import { closeStreams, follow, type Stream } from "@/tests/support/api/event-stream";
import {
  admit,
  aGuestOnStage,
  aGuestWaiting,
  aHostToken,
  aLiveShow,
  anAccount,
  anInvite,
  aViewerToken,
  join,
  type Person,
  say,
  signedIn,
  unique,
} from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { enroll } from "@/tests/support/api/organizations";
import { connected, hangUpAll, inRoom } from "@/tests/support/api/signal";
import { identityOf } from "@/tests/support/api/tokens";
import { until } from "@/tests/support/api/until";

/** The sweep, which would close these connections within ten seconds too, is held back. */
const soonMs = 3_000;

let ada: Person;
let bob: Person;
beforeAll(async () => {
  [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);
});
const seconds: string[] = [];
afterAll(() => {
  hangUpAll();
  closeStreams();
  process.stdout.write(`Seconds until a connection without its role was closed or narrowed:\n`);
  process.stdout.write(`${seconds.join("\n")}\n`);
});

/** Waits until the connection has lost what it may no longer have, and notes how long that took. */
async function measured(
  what: string,
  take: () => Promise<unknown>,
  isOver: () => Promise<unknown>,
) {
  const startedAt = performance.now();
  await Promise.all([take(), isOver()]);
  const ms = performance.now() - startedAt;
  seconds.push(`  ${(ms / 1_000).toFixed(2)} ${what}`);
  expect(ms).toBeLessThan(soonMs);
}

/** Takes a role away while the connection with this token is open: it closes, and the token is void. */
async function closes(what: string, token: string, take: () => Promise<unknown>) {
  const { closed } = await connected(token);
  await withoutSweep(() => measured(what, take, () => closed));
  expect(await passesTheGate(token)).toBe(false);
}

const privateShow = async (role: "host" | "moderator" | "viewer") => {
  const mint = await aLiveShow(ada, "private");
  await join(ada, mint, bob, role);
  return mint;
};
const hidden = async (client: Client, mint: string) =>
  (await client.ok(participantToken, { query: { mint, hidden: "true" } })).token;
const dismiss = (mint: string, { id }: Person) =>
  ada.api.ok(removeMember, { params: { mint, accountId: id } });

for (const role of ["host", "moderator", "viewer"] as const) {
  test(`LiveKit's signal closes when a ${role} of a private show is dismissed`, async () => {
    const mint = await privateShow(role);
    const token =
      role === "host"
        ? await aHostToken(bob, { mint, creator: ada })
        : await aViewerToken(bob, mint, false);
    await closes(`signal: a dismissed ${role}`, token, () => dismiss(mint, bob));
  });
}

test("LiveKit's signal closes when a co-host becomes a moderator", async () => {
  const mint = await privateShow("host");
  const token = await aHostToken(bob, { mint, creator: ada });
  const body = { handle: bob.handle, role: "moderator" as const };
  await closes("signal: a co-host who becomes a moderator", token, () =>
    ada.api.ok(addMember, { params: { mint }, body }),
  );
});

test("LiveKit's signal closes when a viewer is banned, or a guest is denied, removed or sent back", async () => {
  const mint = await aLiveShow(ada);
  const viewer = await aViewerToken(bob, mint, false);
  const ban = { identity: identityOf(viewer), ban: true };
  await closes("signal: a banned viewer", viewer, () =>
    ada.api.ok(removeParticipant, { params: { mint }, body: ban }),
  );
  const waiting = await aGuestWaiting(await anInvite(ada, mint));
  await closes("signal: a denied guest", waiting.token, () => admit(ada, waiting, "deny"));
  const guest = await aGuestOnStage(ada, await anInvite(ada, mint));
  await closes("signal: a removed guest", guest.token, () =>
    ada.api.ok(removeParticipant, { params: { mint }, body: { identity: guest.identity } }),
  );
  const back = await aGuestOnStage(ada, await anInvite(ada, mint));
  await closes("signal: a guest who is sent back to the waiting room", back.token, () =>
    ada.api.ok(placeGuest, {
      params: { mint, identity: back.identity },
      body: { place: "waiting-room" },
    }),
  );
});

test("LiveKit's signal closes when a session is signed out, an API key revoked or an account suspended", async () => {
  const mint = await aLiveShow(ada);
  const cleo = await anAccount("Cleo");
  const session = await signedIn(cleo);
  await closes("signal: a session that is signed out", await hidden(session, mint), () =>
    session.ok(logout, {}),
  );
  const body = { name: "Server", scopes: ["tokens" as const, "livestreams:read" as const] };
  const { key, id } = await cleo.api.ok(createApiKey, { body });
  await closes("signal: a revoked API key", await hidden(new Client(key), mint), () =>
    cleo.api.ok(revokeApiKey, { params: { id } }),
  );
  const admin = await anAdmin();
  await closes("signal: a suspended account", await hidden(cleo.api, mint), () =>
    admin.api.ok(suspendAccount, {
      params: { handle: cleo.handle },
      body: { reason: "From a test" },
    }),
  );
});

test("a viewer who leaves the stage keeps the connection, and can no longer publish on it", async () => {
  const mint = await aLiveShow(ada);
  const token = await aViewerToken(bob, mint, false);
  const identity = identityOf(token);
  await connected(token);
  await ada.api.ok(featureViewer, { params: { mint }, body: { identity } });
  const maySend = async () => (await inRoom(mint, identity))?.permission?.canPublish;
  expect(await maySend()).toBe(true);
  await withoutSweep(() =>
    measured(
      "signal: a featured viewer who leaves the stage",
      () => ada.api.ok(unfeatureViewer, { params: { mint, identity } }),
      () => until("the viewer cannot publish", async () => !(await maySend())),
    ),
  );
});

/** What hosts alone receive: a knock and a report. The creator's stream shows when both have arrived. */
async function secretsOf(mint: string) {
  const fence = await follow(ada.api, mint);
  await fence.next("guests.snapshot");
  await fence.next("reports");
  const from = fence.frames.length;
  const guest = await aGuestWaiting(await anInvite(ada, mint, { allowAll: true }));
  const { seq } = await say(ada.api, mint, "hello");
  const reporter = await anAccount("Reporter");
  const params = { mint, seq: `${seq}` };
  await reporter.api.ok(reportMessage, { params, body: { reason: "spam" } });
  await fence.next("reports", from);
  await until("the knock arrives", () => JSON.stringify(fence.frames).includes(guest.identity));
  fence.close();
  return guest.identity;
}

/** What a stream receives of these secrets. Everyone who follows a public show receives its title, which comes last. */
async function receivedAfter(stream: Stream, mint: string, from: number) {
  const guest = await secretsOf(mint);
  const title = unique("fence");
  await ada.api.ok(editLivestream, { params: { mint }, body: { title } });
  await until("the last event arrives", () => JSON.stringify(stream.frames).includes(title));
  const later = stream.frames.slice(from);
  return {
    guest: JSON.stringify(later).includes(guest),
    reports: later.some(({ event }) => event === "reports"),
  };
}

type Role = {
  what: string;
  /** Gives Bob the role; `take` takes it away while his stream is open. */
  give: (mint: string) => Promise<{ client: Client; take: () => Promise<unknown> }>;
  /** What it has received before. */
  receives: ("guests.snapshot" | "reports")[];
  /** The waiting room on its page is emptied, which only an account still signed in is told. */
  emptied: boolean;
};
const received = {
  host: ["guests.snapshot", "reports"],
  moderator: ["reports"],
} as const;
const roles: Role[] = [
  ...(["host", "moderator"] as const).map((role) => ({
    what: `a dismissed ${role}`,
    receives: [...received[role]],
    emptied: role === "host",
    give: async (mint: string) => {
      await join(ada, mint, bob, role);
      return { client: bob.api, take: () => dismiss(mint, bob) };
    },
  })),
  {
    what: "a former admin of the invites' organization",
    receives: ["guests.snapshot"],
    emptied: true,
    give: async () => {
      await enroll(ada, ada.handle, bob, "admin");
      const params = { orgId: ada.handle, accountId: bob.id };
      return { client: bob.api, take: () => ada.api.ok(removeOrganizationMember, { params }) };
    },
  },
  {
    what: "a co-host who signs out",
    receives: [...received.host],
    emptied: false,
    give: async (mint) => {
      await join(ada, mint, bob, "host");
      const client = await signedIn(bob);
      return { client, take: () => client.ok(logout, {}) };
    },
  },
  {
    what: "a suspended co-host",
    receives: [...received.host],
    emptied: false,
    give: async (mint) => {
      const [admin, cleo] = [await anAdmin(), await anAccount("Cleo")];
      await join(ada, mint, cleo, "host");
      const sent = { params: { handle: cleo.handle }, body: { reason: "From a test" } };
      return { client: cleo.api, take: () => admin.api.ok(suspendAccount, sent) };
    },
  },
  {
    what: "a co-host's revoked API key",
    receives: [...received.host],
    emptied: false,
    give: async (mint) => {
      await join(ada, mint, bob, "host");
      const scopes = ["livestreams:read" as const, "guests" as const];
      const { id, key } = await bob.api.ok(createApiKey, { body: { name: "Server", scopes } });
      const take = () => bob.api.ok(revokeApiKey, { params: { id } });
      return { client: new Client(key), take };
    },
  },
];

for (const { what, give, receives, emptied } of roles) {
  test(`an open event stream tells ${what} nothing more about guests and reports`, async () => {
    const mint = await aLiveShow(ada);
    await secretsOf(mint);
    const { client, take } = await give(mint);
    const stream = await follow(client, mint);
    expect(stream.status).toBe(200);
    for (const event of receives) await stream.next(event);
    const from = stream.frames.length;
    const isEmptied = async () => {
      if (emptied)
        expect((await stream.next("guests.snapshot", from)).data).toMatchObject({ guests: [] });
    };
    await withoutSweep(() => measured(`event stream: ${what}`, take, isEmptied));
    expect(await receivedAfter(stream, mint, from)).toEqual({ guest: false, reports: false });
  });
}

test("an open event stream of a private show tells a dismissed viewer nothing more", async () => {
  const mint = await privateShow("viewer");
  const stream = await follow(bob.api, mint);
  await stream.next("livestream");
  await dismiss(mint, bob);
  const edit = (title: string) => ada.api.ok(editLivestream, { params: { mint }, body: { title } });
  await edit("A secret title");
  await join(ada, mint, bob, "viewer");
  await edit("A title for viewers");
  await until("the last event arrives", () =>
    JSON.stringify(stream.frames).includes("A title for viewers"),
  );
  expect(JSON.stringify(stream.frames)).not.toContain("A secret title");
});

test("403: an admin of the installation who is demoted gets nothing more with the same session", async () => {
  const [admin, superAdmin] = [await anAdmin(), await theSuperAdmin()];
  const pages = ["", "/server", "/audit-log", "/accounts"];
  const answers = () =>
    Promise.all(pages.map(async (path) => (await admin.api.send(`/installation${path}`)).status));
  expect(await answers()).toEqual([200, 200, 200, 200]);
  const params = { handle: admin.handle };
  await measured(
    "session: a demoted admin",
    () => superAdmin.ok(changeRole, { params, body: { role: "user" } }),
    () => until("every page refuses", async () => (await answers()).every((one) => one === 403)),
  );
});

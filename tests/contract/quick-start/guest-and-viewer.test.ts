import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dispose } from "@livekit/rtc-node";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { admitGuest } from "@/lib/contracts/guests";
import {
  aHostToken,
  aLiveShow,
  anAccount,
  anInvite,
  type Person,
} from "@/tests/support/api/factories";
import { aPublisher, type Publisher } from "@/tests/support/api/publisher";
import { server } from "@/tests/support/api/server";
import { until } from "@/tests/support/api/until";

const program = fileURLToPath(
  new URL("../../../docs/quick-start/guest-and-viewer.mjs", import.meta.url),
);

let ada: Person;
let mint: string;
let host: Publisher;
const children = new Set<ChildProcess>();

beforeAll(async () => {
  ada = await anAccount("Ada Lovelace");
  mint = await aLiveShow(ada);
  host = await aPublisher(await aHostToken(ada, { mint, creator: ada }), "the host's voice");
});
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  children.clear();
});
afterAll(async () => {
  await host.leave();
  await dispose();
});

function start(env: Record<string, string>) {
  const { PATH = "" } = process.env;
  const child = spawn(process.execPath, [program], {
    env: { PATH, NODE_ENV: "test", BASE_URL: server.url, MINT: mint, ...env },
  });
  children.add(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      said += chunk;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  return {
    ended,
    said: () => said,
    says: (what: RegExp) => until(`${what}`, () => what.exec(said)),
  };
}

test("the program has at most forty lines and imports only LiveKit's client", () => {
  const source = readFileSync(program, "utf8");
  expect(source.trimEnd().split("\n").length).toBeLessThanOrEqual(40);
  expect(source.match(/from "[^"]+"/g)).toEqual(['from "@livekit/rtc-node"']);
});

test("a viewer with a bearer token hears the host, and the program ends on its own", async () => {
  const viewer = start({ BEARER_TOKEN: ada.api.bearer ?? "" });
  expect(await viewer.ended, viewer.said()).toBe(0);
  expect(viewer.said()).toMatch(/^viewer: receives SOURCE_MICROPHONE of Ada Lovelace$/m);
});

test("a guest with an invite waits hidden, is admitted, and is heard by the host", async () => {
  const { inviteUrl } = await anInvite(ada, mint);
  const guest = start({ INVITE_URL: inviteUrl });
  const [, guestIdentity = ""] = await guest.says(/^guest: waits as (g_\w+)$/m);
  expect([...host.room.remoteParticipants.keys()]).not.toContain(guestIdentity);
  await ada.api.ok(admitGuest, { body: { roomId: mint, guestIdentity, action: "admit" } });
  const [, sid] = await guest.says(/^guest: is on stage and publishes (TR_\w+)$/m);
  await until("the host hears the guest", () => {
    const heard = host.room.remoteParticipants.get(guestIdentity)?.trackPublications;
    return [...(heard?.values() ?? [])].some((track) => track.sid === sid && track.track);
  });
  expect(await guest.ended, guest.said()).toBe(0);
});

test("a denied guest is told so, and publishes nothing", async () => {
  const { inviteUrl } = await anInvite(ada, mint);
  const guest = start({ INVITE_URL: inviteUrl });
  const [, guestIdentity = ""] = await guest.says(/^guest: waits as (g_\w+)$/m);
  await ada.api.ok(admitGuest, { body: { roomId: mint, guestIdentity, action: "deny" } });
  expect(await guest.ended).toBe(1);
  expect(guest.said()).toContain("The host did not let the guest in.");
  expect(guest.said()).not.toContain("publishes");
});

test("a caller without access gets the API's reason", async () => {
  const viewer = start({ BEARER_TOKEN: "garbage" });
  expect(await viewer.ended).toBe(1);
  expect(viewer.said()).toContain("401 not-signed-in");
});

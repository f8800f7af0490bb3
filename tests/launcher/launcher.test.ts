import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { login } from "@/lib/contracts/accounts/auth";
import { readChat } from "@/lib/contracts/chat";
import { guestState, roomAuth } from "@/lib/contracts/guests";
import { listLivestreams, readLivestream } from "@/lib/contracts/livestreams";
import { listOrganizationMembers } from "@/lib/contracts/organizations";
import { pinnedGo } from "@/scripts/launcher/programs/go-toolchain.mjs";
import { mediaAddresses } from "@/scripts/launcher/services/own-address.mjs";
import { Client } from "@/tests/support/api/client";
import { processesOf, type Started } from "./fresh-copy";
import { Installation, stop } from "./installation";
import { listensOn, loopbackAddresses } from "./listening";
import { browserWith, known, restoreOldInstallation } from "./upgrade";

/** `npm test fresh`: this copy installs and builds everything itself. */
const isFresh = process.env.FRESH === "1";
const firstStartMs = 800_000;
const laterStartMs = 60_000;
const stopMs = 10_000;
const runningText = "Greenroom is running:";

let copy: Installation;
let folder: string;
let port: number;

beforeAll(async () => {
  copy = await Installation.make();
  ({ folder, port } = copy);
  if (!isFresh) await copy.takesWhatIsBuilt();
});

afterAll(() => copy.remove());

describe("a fresh copy", () => {
  let first: Started;

  test("starts with npm start alone, and answers at the URL it prints", async () => {
    expect(existsSync(join(folder, "node_modules"))).toBe(!isFresh);
    first = copy.start();
    await first.says(runningText, firstStartMs);
    expect(first.output()).toContain(`${runningText}  http://localhost:${port}`);
    expect(await copy.status("/readyz")).toBe(200);
    expect(await copy.status("/")).toBe(200);
  }, 900_000);

  test.runIf(isFresh)("built LiveKit with a Go that it downloaded, and kept nothing else", () => {
    const kept = readdirSync(copy.cache);
    expect(kept).toEqual([
      expect.stringMatching(new RegExp(`^livekit-server-v.*-${process.platform}`)),
    ]);
    const program = readFileSync(join(copy.cache, kept[0] ?? ""));
    expect(program.includes(`go${pinnedGo()?.version}`)).toBe(true);
  });

  test("prints the URL that makes the first account the super admin once, and only until there is one", async () => {
    const [, url = ""] = /the super admin, open:\s+(\S+)/.exec(first.output()) ?? [];
    expect(url).toContain(`http://localhost:${port}/sign-up?code=`);
    const code = new URL(url).searchParams.get("code");
    expect(await copy.signUpThroughProxy("stranger", {})).toBe("user");
    expect(await copy.signUpThroughProxy("guesser", { code: "a guess" })).toBe(403);
    expect(await copy.signUpThroughProxy("olga", { code })).toBe("super_admin");
    expect(await copy.signUpThroughProxy("late", { code })).toBe("user");
  });

  test("without a proxy, counts clients by the address that they cannot choose", async () => {
    const body = JSON.stringify({ email: "nobody@example.org", password: "wrong" });
    const answers: number[] = [];
    for (let n = 0; n < 11; n++) {
      const headers = { "content-type": "application/json", "x-forwarded-for": `203.0.113.${n}` };
      const sent = { method: "POST", headers, body };
      answers.push((await fetch(`http://127.0.0.1:${port}/auth/login`, sent)).status);
    }
    expect(answers).toEqual([...Array(10).fill(401), 429]);
  });

  test("keeps secrets readable by their owner only", () => {
    for (const file of ["secrets.json", "livekit.yaml", "logs/app.log", "logs/livekit.log"]) {
      expect(statSync(join(folder, ".data", file)).mode & 0o777, file).toBe(0o600);
    }
    const { founderCode, ...secrets } = JSON.parse(
      readFileSync(join(folder, ".data", "secrets.json"), "utf8"),
    );
    expect(first.output().split(founderCode)).toHaveLength(2);
    for (const secret of Object.values<string>(secrets))
      expect(first.output()).not.toContain(secret);
  });

  test.runIf(process.platform === "linux")(
    "is reachable only from this machine, except for media",
    () => {
      for (const [name, { pid }] of Object.entries(copy.running().children)) {
        const addresses = listensOn(pid, "tcp");
        expect(addresses, name).not.toHaveLength(0);
        for (const address of addresses) expect(loopbackAddresses, name).toContain(address);
        if (name !== "livekit") expect(listensOn(pid, "udp"), name).toEqual([]);
      }
    },
  );

  test.runIf(process.platform === "linux")(
    "takes media on loopback and at one address",
    async () => {
      const addresses = listensOn(copy.running().children.livekit?.pid ?? 0, "udp");
      expect(addresses).toContain("0100007F");
      expect(addresses).toHaveLength((await mediaAddresses(null)).length);
      expect(addresses).not.toContain("00000000");
    },
  );

  test("says that it is already running, and where", async () => {
    const { pid } = copy.running().launcher;
    const sentence = `Greenroom is already running here: http://localhost:${port} (process ${pid}).`;
    expect(await copy.refusal({})).toContain(sentence);
    expect(await copy.status("/readyz")).toBe(200);
  });

  test.each([
    ["livekit", "LiveKit", /^ok +LiveKit answers\.$/m],
    ["postgres", "PostgreSQL", /^ok +The database answers\.$/m],
  ])("restarts %s after it was killed", async (part, name, answers) => {
    const pid = copy.running().children[part]?.pid ?? 0;
    process.kill(pid, "SIGKILL");
    await first.says(`${name} ended unexpectedly`, laterStartMs);
    await vi.waitFor(() => expect(copy.running().children[part]?.pid).not.toBe(pid), laterStartMs);
    await vi.waitFor(async () => expect(await copy.status("/readyz")).toBe(200), laterStartMs);
    await vi.waitFor(async () => expect(await copy.checked()).toMatch(answers), laterStartMs);
  });

  test("recovers automatically after its launcher was killed", async () => {
    const orphans = Object.values(copy.running().children).map(({ pid }) => pid);
    process.kill(copy.running().launcher.pid, "SIGKILL");
    await first.exited;
    expect(processesOf(folder)).not.toEqual([]);

    first = copy.start();
    await first.says(runningText, laterStartMs);
    expect(first.output()).not.toContain("the super admin");
    expect(await copy.status("/readyz")).toBe(200);
    const alive = processesOf(folder).map((line) => Number.parseInt(line, 10));
    expect(alive.filter((pid) => orphans.includes(pid))).toEqual([]);
  });

  test("SIGTERM to npm stops everything within ten seconds, and leaves nothing behind", async () => {
    expect(await stop(first)).toBeLessThan(stopMs);
    expect(processesOf(folder)).toEqual([]);
    await expect(copy.status("/healthz")).rejects.toThrow();
    expect(existsSync(join(folder, ".data", "running.json"))).toBe(false);
  });

  describe("with the data of commit 197c6dc", () => {
    let upgraded: Started;

    beforeAll(async () => {
      const dataDir = join(folder, ".data-upgrade");
      await restoreOldInstallation(dataDir);
      upgraded = copy.start({ DATA_DIR: dataDir });
      await upgraded.says(runningText, laterStartMs);
      process.env.BASE_URL = `http://127.0.0.1:${port}`;
    });

    afterAll(() => stop(upgraded));

    test("everyone can sign in with their password, and keeps their role", async () => {
      const roles = await Promise.all(
        Object.values(known.accounts).map(async (body) => {
          const { profile } = await new Client().ok(login, { body });
          return profile.role;
        }),
      );
      expect(roles).toEqual(["super_admin", "user", "user", "user"]);
    });

    test("shows, chat, pictures and organizations are there", async () => {
      const { token } = await new Client().ok(login, { body: known.accounts.ada });
      const ada = new Client(token);
      const { livestreams } = await ada.ok(listLivestreams, { query: { mine: "true" } });
      const titles = ["Live from the green room", "Next season", "Opening night"];
      expect(livestreams.map(({ title }) => title).sort()).toEqual(titles);
      const params = { mint: known.livestreams.live };
      const { cover, tags, status } = await ada.ok(readLivestream, { params });
      expect({ tags, status }).toEqual({ tags: ["talk", "live"], status: "live" });
      expect(await copy.status(cover ?? "no cover")).toBe(200);
      const { messages } = await new Client().ok(readChat, { params, query: {} });
      expect(messages.map(({ text }) => text)).toEqual([
        "Hello, everybody.",
        "What is a green room?",
        "It is where we wait.",
        null,
      ]);
      const { members } = await ada.ok(listOrganizationMembers, {
        params: { orgId: "acme-theatre" },
      });
      expect(members.map(({ role }) => role).sort()).toEqual(["admin", "member", "owner"]);
    });

    test("invites and guests' cookies work, or are refused as before", async () => {
      const newcomer = { inviteToken: known.invites.open, guestName: "Radia Perlman" };
      await new Client().ok(roomAuth, { body: newcomer });
      const states = await Promise.all(
        Object.values(known.invites).map(async (inviteToken) => {
          return (await new Client().ok(guestState, { body: { inviteToken } })).invite;
        }),
      );
      expect(states).toEqual(["valid", "valid", "used-up", "revoked", "valid"]);
      const { onStage, denied, banned } = known.guests;
      const of = async (cookie: string, inviteToken: string) =>
        (await browserWith(cookie).ok(guestState, { body: { inviteToken } })).guest?.status;
      expect(await of(onStage.cookie, known.invites.open)).toBe("admitted");
      expect(await of(denied.cookie, known.invites.usedUp)).toBe("denied");
      expect(await of(banned.cookie, known.invites.open)).toBe("removed");
    });

    test("API keys and stream keys work as before", async () => {
      const server = new Client(known.apiKey);
      await server.ok(listLivestreams, { query: { mine: "true" } });
      const offer = { method: "POST", raw: "v=0", headers: { "content-type": "application/sdp" } };
      const sent = (key: string) => new Client(key).send("/whip", offer);
      expect((await sent(`${known.streamKey}x`)).status).toBe(401);
      expect((await sent(known.streamKey)).status).not.toBe(401);
    });
  });

  test("starts with hot reload, and stops again", async () => {
    const dev = copy.npm(["run", "dev"]);
    await dev.says(runningText, laterStartMs * 2);
    expect(await copy.status("/readyz")).toBe(200);
    const stoppedAfterMs = await stop(dev);
    // Next leaves a short-lived process behind, with its usage data, which stays here.
    const leftMs = stopMs - stoppedAfterMs;
    await vi.waitFor(() => expect(processesOf(folder)).toEqual([]), leftMs);
  }, 180_000);

  test("a failed migration ends the start with PostgreSQL's message", async () => {
    const migrations = join(folder, "lib", "db", "migrations");
    const journal = join(migrations, "meta", "_journal.json");
    const before = readFileSync(journal, "utf8");
    const { entries, ...rest } = JSON.parse(before);
    const broken = { idx: entries.length, version: "7", when: Date.now(), tag: "broken" };
    writeFileSync(journal, JSON.stringify({ ...rest, entries: [...entries, broken] }));
    writeFileSync(join(migrations, "broken.sql"), "alter table nowhere add column a int;");
    const text = await copy.refusal({});
    expect(text).toContain(
      'could not be migrated to this version: relation "nowhere" does not exist',
    );
    expect(processesOf(folder)).toEqual([]);
    writeFileSync(journal, before);
  });

  test("a failed build ends the start with the build's output", async () => {
    // An error in a page would be found only after everything else was compiled.
    appendFileSync(join(folder, "next.config.js"), "function (");
    const started = copy.start();
    expect(await started.exited).toBe(1);
    expect(started.output()).toContain("Failed to load next.config.js");
    expect(started.output()).toContain("The app could not be built (see above).");
    expect(processesOf(folder)).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { removeParticipant } from "@/lib/contracts/restrictions";
import { type AnotherApp, anotherApp } from "@/tests/support/api/another-app";
import {
  aGuestOnStage,
  aHostToken,
  aLiveShow,
  anAccount,
  anInvite,
  aViewerToken,
} from "@/tests/support/api/factories";
import { server } from "@/tests/support/api/server";
import { openSignal } from "@/tests/support/api/signal";
import { refreshed } from "@/tests/support/api/tokens";
import { aFreePort } from "@/tests/support/free-port";
import { documented } from "./documented";
import { type RunningProxy, runCaddy, runNginx } from "./running";

const ada = await anAccount();
const mint = await aLiveShow(ada);
const viewer = await aViewerToken(ada, mint, true);

const kinds = [
  { name: "Caddy", language: "caddy", program: process.env.CADDY, start: runCaddy },
  { name: "nginx", language: "nginx", program: process.env.NGINX, start: runNginx },
] as const;

/** How the documents write "this port" in each language, and what the tests use instead. */
const at = (language: "caddy" | "nginx", name: string, port: number): Record<string, string> =>
  language === "caddy"
    ? { [`${name} {`]: `http://localhost:${port} {` }
    : { "listen 80;": `listen 127.0.0.1:${port};`, [name]: "localhost" };

async function status(token: string | null, base: string, more: Parameters<typeof openSignal>[1]) {
  const signal = await openSignal(token, { base, ...more });
  if ("hangUp" in signal) signal.hangUp();
  return signal.status;
}

for (const { name, language, program, start } of kinds) {
  describe.skipIf(!program)(`${name} as docs/operations.md shows it, in front of the app`, () => {
    let app: AnotherApp;
    let proxy: RunningProxy;
    let base: string;
    beforeAll(async () => {
      const port = await aFreePort();
      base = `http://localhost:${port}`;
      app = await anotherApp({ PUBLIC_URL: base, NEXTAUTH_URL: base, TRUST_PROXY: "1" });
      const places = {
        ...at(language, "greenroom.example.com", port),
        "127.0.0.1:3000": `127.0.0.1:${app.port}`,
      };
      proxy = await start(
        program ?? "",
        documented("Behind a reverse proxy", language, places),
        port,
      );
    });
    afterAll(async () => {
      await proxy?.stop();
      await app?.stop();
    });

    test("pages and the API are reachable, with the request's id and the host's name", async () => {
      const page = await fetch(`${base}/`, { headers: { accept: "text/html" } });
      expect([page.status, page.headers.get("content-type")]).toEqual([
        200,
        "text/html; charset=utf-8",
      ]);
      const api = await fetch(`${base}/livestreams`, {
        headers: { "x-request-id": "from-outside" },
      });
      expect([api.status, api.headers.get("x-request-id")]).toEqual([200, "from-outside"]);
    });

    test("a connection to a show goes through, and one without a token is refused", async () => {
      expect(await status(viewer, base, {})).toBe(101);
      expect(await status("nonsense", base, {})).toBe(401);
      expect(await status(viewer, base, { query: { publish: "x" } })).toBe(401);
    });

    test("an event stream delivers its first event immediately", async () => {
      const gone = new AbortController();
      const stream = await fetch(`${base}/livestreams/${mint}/events`, { signal: gone.signal });
      const first = await stream.body?.getReader().read();
      expect(new TextDecoder().decode(first?.value)).toContain("event:");
      gone.abort();
    });

    test("a body as large as a picture reaches the app", async () => {
      const answer = await fetch(`${base}/livestreams/${mint}/cover`, {
        method: "PUT",
        headers: { authorization: `Bearer ${ada.api.bearer}`, "content-type": "image/png" },
        body: new Uint8Array(1_024 * 1_024),
      });
      // The app itself says that this is not a picture.
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
      expect([400, 415]).toContain(answer.status);
    });
  });

  describe.skipIf(!program)(`${name} as docs/operations.md shows it, in front of LiveKit`, () => {
    let app: AnotherApp;
    let proxy: RunningProxy;
    let base: string;
    const header = language === "caddy" ? "X-Forwarded-Uri" : "X-Original-URI";
    const others = ["X-Forwarded-Uri", "X-Original-URI"];
    beforeAll(async () => {
      const port = await aFreePort();
      base = `http://localhost:${port}`;
      app = await anotherApp({ AUTHORIZE_HEADER: header });
      const places = {
        ...at(language, "livekit.example.com", port),
        "app.internal:3000": `127.0.0.1:${app.port}`,
        "livekit.internal:7880": new URL(server.livekitUrl).host,
      };
      proxy = await start(program ?? "", documented("Your own LiveKit", language, places), port);
    });
    afterAll(async () => {
      await proxy?.stop();
      await app?.stop();
    });

    test("a connection with a valid token goes through, in the query and in the header", async () => {
      expect(await status(viewer, base, {})).toBe(101);
      const headers = { authorization: `Bearer ${viewer}` };
      expect(await status(null, base, { headers })).toBe(101);
    });

    test("a connection is refused without a token, with publish=, or past a second question mark", async () => {
      expect(await status(null, base, {})).toBe(401);
      expect(await status(viewer, base, { query: { publish: "x" } })).toBe(401);
      const past = `/rtc?access_token=${viewer}&a=?&publish=x&b=`;
      expect(await status(null, base, { path: past })).toBe(401);
    });

    test("a header that the client sends does not count", async () => {
      for (const each of others) {
        const headers = { [each]: `/rtc?access_token=${viewer}` };
        expect(await status("nonsense", base, { headers }), each).toBe(401);
      }
    });

    test("a removed participant stays out, with a token that LiveKit still accepts", async () => {
      const host = await aHostToken(ada, { mint, creator: ada });
      expect(await status(host, base, {})).toBe(101);
      const guest = await aGuestOnStage(ada, await anInvite(ada, mint));
      const later = await refreshed(guest.token);
      const body = { identity: guest.identity };
      await ada.api.ok(removeParticipant, { params: { mint }, body });
      expect(await status(later, base, {})).toBe(401);
    });
  });
}

import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { AccessToken, RoomServiceClient, type VideoGrant } from "livekit-server-sdk";
import { type BarePass, type BareRole, bareRoles } from "./pass";

// The reference: the minimum that shows a livestream. No framework, no database, no permissions: one
// page, one script, a signed token for everyone.

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this with "npm run bench"`);
  return value;
}

const livekitUrl = setting("LIVEKIT_URL");
const apiKey = setting("LIVEKIT_API_KEY");
const apiSecret = setting("LIVEKIT_API_SECRET");
const rooms = new RoomServiceClient(livekitUrl, apiKey, apiSecret);
const script = gzipSync(readFileSync(setting("BARE_SCRIPT")));

const publishes: Record<BareRole, boolean> = { host: true, guest: false, viewer: false };

async function sign(room: string, role: BareRole, identity: string): Promise<string> {
  const token = new AccessToken(apiKey, apiSecret, { identity, ttl: "10m" });
  // The app removes people it does not know from its LiveKit, but leaves an operator's ingress alone. To
  // LiveKit itself, the kind is only a label.
  token.kind = "ingress";
  const grant: VideoGrant = { room, roomJoin: true, canPublish: publishes[role] };
  token.addGrant({ ...grant, canPublishData: role === "host" });
  return token.toJwt();
}

type Asked = { room: string; role: BareRole };
type Handle = (response: ServerResponse, asked: Asked) => Promise<unknown> | unknown;

const handlers: Record<string, Handle> = {
  "POST /room": async (response, { room }) => {
    await rooms.createRoom({ name: room, emptyTimeout: 600 });
    response.end();
  },
  "POST /admit": async (response, { room }) => {
    await rooms.updateParticipant(room, "guest", { permission: { canPublish: true } });
    response.end();
  },
  "GET /token": async (response, { room, role }) => {
    const token = await sign(room, role, randomUUID());
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ token, url: livekitUrl }));
  },
  "GET /page": async (response, { room, role }) => {
    const identity = role === "viewer" ? randomUUID() : role;
    const token = await sign(room, role, identity);
    send(response, "text/html; charset=utf-8", "no-store", gzipSync(html({ role, token })));
  },
  "GET /page.js": (response) =>
    send(response, "text/javascript", "public, max-age=31536000, immutable", script),
};

function send(response: ServerResponse, type: string, cache: string, gzipped: Buffer): void {
  response.setHeader("content-type", type);
  response.setHeader("content-encoding", "gzip");
  response.setHeader("cache-control", cache);
  response.end(gzipped);
}

// All videos are in view: LiveKit sends nothing to an element that is out of sight.
const style = "body{display:flex}video{flex:1;min-width:0}";

function html({ role, token }: Pick<BarePass, "role" | "token">): string {
  const pass: BarePass = { role, token, url: livekitUrl.replace(/^http/, "ws") };
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>bare</title>
<link rel="icon" href="data:,"><style>${style}</style>
<body><script type="application/json" id="pass">${JSON.stringify(pass)}</script>
<script src="/page.js"></script></body></html>`;
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://bare");
  const handle = handlers[`${request.method} ${pathname}`];
  const role = bareRoles.find((each) => each === searchParams.get("role")) ?? "viewer";
  if (!handle) response.statusCode = 404;
  await (handle?.(response, { room: searchParams.get("room") ?? "", role }) ?? response.end());
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    response.statusCode = 500;
    response.end(String(error));
  });
});
server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});

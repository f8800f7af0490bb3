import { type ChildProcess, execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { Bare } from "@/bench/bare/bare";
import { server } from "../api/server";
import { aFreePort } from "../free-port";
import { anInstallation, type OwnInstallation } from "../own/installation";
import { FarNetwork } from "./far-network";

/** A Greenroom with a LiveKit of its own, and the bench's bare page, all reachable from a far network. */
export type World = {
  network: FarNetwork;
  bare: Bare;
  stop: () => Promise<void>;
};

export const turnDomain = "turn.greenroom.test";

/** LiveKit sends browsers to no other. */
const turnPort = 443;

/** Everything that the tests' helpers read from the environment is this installation's from then on. */
export async function aWorld(): Promise<World> {
  const [port, udpPort, tcpPort] = [await aFreePort(), await aFreePort(), await aFreePort()];
  const turn = { domain: turnDomain, port: await aFreePort(), ...aCertificate() };
  const livekitUrl = `http://localhost:${port}`;
  const installation = await anInstallation({ LIVEKIT_URL: livekitUrl, HOST: "0.0.0.0" });
  const leave = enter(installation, livekitUrl);
  const bare = await Bare.start(bundled("server.mjs"), bundled("page.js"));
  const barePort = Number(new URL(bare.url).port);
  const appPort = installation.app.port;
  const network = new FarNetwork({
    tcp: [appPort, barePort, port, tcpPort, turnPort],
    udp: [udpPort],
    mediaOverTcp: tcpPort,
  });
  const livekit = await startLiveKit({
    ...{ port, udpPort, tcpPort, turn },
    mediaAddresses: [network.address],
    apiKey: server.livekitApiKey,
    apiSecret: server.livekitApiSecret,
    webhookUrl: `${installation.app.url}/livekit/webhook`,
    logLevel: "info",
  });
  const { address } = network;
  const doors = [
    ...[barePort, port].map((each) => opens(address, each, connectsTo("127.0.0.1", each))),
    opens(address, turnPort, connectsTo(address, turn.port)),
  ];
  return {
    network,
    bare,
    stop: async () => {
      for (const door of doors) door.close();
      bare.stop();
      network.remove();
      leave();
      await installation.stop();
      livekit.disconnect();
      await once(livekit, "exit");
      rmSync(turn.folder, { recursive: true });
    },
  };
}

/** Opens a page of the reference, under the name by which both ends know this machine. */
export async function opensBare(
  page: Page,
  bare: Bare,
  ...[room, role]: Parameters<Bare["page"]>
): Promise<void> {
  await page.goto(bare.page(room, role).replace("127.0.0.1", "localhost"), { waitUntil: "commit" });
}

/** Self-signed: the far browser accepts any. */
function aCertificate() {
  const folder = mkdtempSync(join(tmpdir(), "greenroom-certificate-"));
  const [certFile, keyFile] = [join(folder, "cert.pem"), join(folder, "key.pem")];
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  const names = ["-subj", `/CN=${turnDomain}`, "-addext", `subjectAltName=DNS:${turnDomain}`];
  const files = ["-keyout", keyFile, "-out", certFile];
  execFileSync("openssl", ["req", "-x509", "-days", "2", ...key, ...names, ...files], {
    stdio: "ignore",
  });
  return { folder, certFile, keyFile };
}

const bundled = (name: string) => join(process.cwd(), ".artifacts", "bench", name);

function enter({ app, databaseUrl }: OwnInstallation, livekitUrl: string): () => void {
  const { BASE_URL, DATABASE_URL, LIVEKIT_URL } = process.env;
  Object.assign(process.env, {
    BASE_URL: app.url,
    DATABASE_URL: databaseUrl,
    LIVEKIT_URL: livekitUrl,
  });
  return () => void Object.assign(process.env, { BASE_URL, DATABASE_URL, LIVEKIT_URL });
}

async function startLiveKit(config: object): Promise<ChildProcess> {
  const program = join(process.cwd(), "tests", "support", "networks", "own-livekit.mjs");
  const child = fork(program, [JSON.stringify(config)], { stdio: "inherit" });
  const [message] = await Promise.race([once(child, "message"), once(child, "exit")]);
  if (message !== "ready") throw new Error("LiveKit did not start");
  return child;
}

const connectsTo = (address: string, port: number) => () => connect(port, address);

/** Another address and port for something that listens elsewhere on this machine. */
function opens(address: string, port: number, connects: () => Socket): Server {
  const door = createServer((from) => {
    const to = connects();
    from.pipe(to).pipe(from);
    for (const end of [from, to]) end.on("error", () => [from, to].map((each) => each.destroy()));
  });
  return door.listen(port, address);
}

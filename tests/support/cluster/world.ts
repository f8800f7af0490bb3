import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AnotherApp, aFreePort } from "../api/another-app";
import { until } from "../api/until";
import { anInstallation } from "../own/installation";
import { startFront } from "./front";
import { type LiveKitNode, startLiveKitNode } from "./livekit-node";
import { startRedis } from "./redis";

/** Several machines, on one: everything that deploy/compose.many.yaml runs, but without containers. */
export type World = {
  url: string;
  apps: [AnotherApp, AnotherApp];
  livekits: [LiveKitNode, LiveKitNode];
  /** The LiveKit that has a show's room. */
  livekitOf: (mint: string) => Promise<LiveKitNode>;
  stop: () => Promise<void>;
};

/** Everything that the tests' helpers read from the environment is this installation's from then on. */
export async function aWorld(): Promise<World> {
  const stops: (() => unknown)[] = [];
  const stop = async () => {
    for (const each of stops.reverse()) await each();
  };
  return build((each) => stops.push(each)).then(
    (world) => ({ ...world, stop }),
    async (error) => {
      await stop();
      throw error;
    },
  );
}

async function build(atTheEnd: (stop: () => unknown) => void): Promise<Omit<World, "stop">> {
  const folder = mkdtempSync(join(tmpdir(), "greenroom-cluster-"));
  atTheEnd(() => rmSync(folder, { recursive: true }));
  const ports = {
    site: await aFreePort(),
    livekit: await aFreePort(),
    webhooks: await aFreePort(),
  };
  const url = `https://localhost:${ports.site}`;
  const livekitUrl = `http://localhost:${ports.livekit}`;
  const settings = {
    PUBLIC_URL: url,
    NEXTAUTH_URL: url,
    LIVEKIT_URL: livekitUrl,
    TRUST_PROXY: "1",
    DRAIN_SECONDS: "5",
  };
  const redis = await startRedis();
  atTheEnd(redis.kill);
  const aNode = async () => {
    const node = await startLiveKitNode(folder, redis, `localhost:${ports.webhooks}`);
    atTheEnd(node.kill);
    return node;
  };
  const livekits: [LiveKitNode, LiveKitNode] = [await aNode(), await aNode()];
  const installation = await anInstallation(settings);
  atTheEnd(installation.stop);
  const apps: [AnotherApp, AnotherApp] = [installation.app, await installation.secondApp(settings)];
  const front = await startFront(
    folder,
    ports,
    apps.map(addressOf),
    livekits.map(({ address }) => address),
  );
  atTheEnd(front.kill);
  const { BASE_URL, DATABASE_URL, LIVEKIT_URL } = process.env;
  atTheEnd(() => Object.assign(process.env, { BASE_URL, DATABASE_URL, LIVEKIT_URL }));
  Object.assign(process.env, {
    BASE_URL: url,
    DATABASE_URL: installation.databaseUrl,
    LIVEKIT_URL: livekitUrl,
  });
  return {
    url,
    apps,
    livekits,
    livekitOf: (mint) =>
      until("a LiveKit has the room", async () => {
        const id = await redis.nodeOf(mint);
        return livekits.find((node) => node.id === id);
      }),
  };
}

/** How Caddy reaches an app. */
export const addressOf = ({ port }: AnotherApp) => `127.0.0.1:${port}`;

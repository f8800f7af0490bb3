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
  const folder = mkdtempSync(join(tmpdir(), "greenroom-cluster-"));
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
  const aNode = () => startLiveKitNode(folder, redis, `localhost:${ports.webhooks}`);
  const livekits: [LiveKitNode, LiveKitNode] = [await aNode(), await aNode()];
  const installation = await anInstallation(settings);
  const apps: [AnotherApp, AnotherApp] = [installation.app, await installation.secondApp(settings)];
  const front = await startFront(
    folder,
    ports,
    apps.map(addressOf),
    livekits.map(({ address }) => address),
  );
  const { BASE_URL, DATABASE_URL, LIVEKIT_URL } = process.env;
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
    stop: async () => {
      Object.assign(process.env, { BASE_URL, DATABASE_URL, LIVEKIT_URL });
      await front.kill();
      await installation.stop();
      for (const program of [...livekits, redis]) await program.kill();
      rmSync(folder, { recursive: true });
    },
  };
}

/** How Caddy reaches an app. */
export const addressOf = ({ port }: AnotherApp) => `127.0.0.1:${port}`;

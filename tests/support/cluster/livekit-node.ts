import { server } from "../api/server";
import { until } from "../api/until";
import { aFreePort } from "../free-port";
import { deployed } from "./deployed";
import { type Program, startProgram } from "./program";
import type { Redis } from "./redis";

export type LiveKitNode = Program & { id: string; address: string };

/** LiveKit as deploy/compose.many.yaml runs it; but media stays on this machine's loopback. */
export async function startLiveKitNode(
  folder: string,
  redis: Redis,
  webhooks: string,
): Promise<LiveKitNode> {
  const [port, udpPort, tcpPort] = [await aFreePort(), await aFreePort(), await aFreePort()];
  const file = deployed("livekit.yaml", folder, `livekit-${port}.yaml`, {
    "port: 7880": `port: ${port}`,
    "udp_port: 7882": `udp_port: ${udpPort}`,
    "tcp_port: 7881": `tcp_port: ${tcpPort}`,
    "use_external_ip: false":
      "use_external_ip: false\n  enable_loopback_candidate: true\n  ips: { includes: [127.0.0.1/32] }",
    "greenroom.internal:3000": webhooks,
  });
  const address = `127.0.0.1:${port}`;
  const program = await startProgram({
    command: process.env.LIVEKIT_SERVER ?? "",
    args: ["--config", file, "--bind", "127.0.0.1"],
    env: {
      REDIS_HOST: redis.address,
      REDIS_PASSWORD: redis.password,
      LIVEKIT_KEYS: `${server.livekitApiKey}: ${server.livekitApiSecret}`,
      LIVEKIT_WEBHOOK_API_KEY: server.livekitApiKey,
      NODE_IP: "127.0.0.1",
    },
    isReady: () =>
      fetch(`http://${address}`).then(
        ({ ok }) => ok,
        () => false,
      ),
  });
  const id = await until("LiveKit says its name", () => /ND_\w+/.exec(program.said())?.[0]);
  return { ...program, id, address };
}

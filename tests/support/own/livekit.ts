import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { LogFile } from "@/scripts/launcher/log-file.mjs";
import { markOf } from "@/scripts/launcher/processes.mjs";
import { startLiveKit } from "@/scripts/launcher/services/livekit.mjs";
import type { LiveKitConfig } from "@/scripts/launcher/services/livekit-config.mjs";
import { server } from "../api/server";
import { aFreePort } from "../free-port";

/** A second LiveKit, which sends no webhooks, for the app's modules that this file imports. */
export async function liveKitWithoutWebhook(): Promise<void> {
  process.env.LIVEKIT_URL = await ownLiveKit(null);
}

/**
 * A second LiveKit. The shared one sends its webhooks to the app under test, which removes people it does not know.
 *
 * @param webhookUrl where it sends its own; null for nowhere
 * @returns its address
 */
export async function ownLiveKit(webhookUrl: string | null): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "greenroom-livekit-"));
  const [port, udpPort, tcpPort] = await Promise.all([aFreePort(), aFreePort(), aFreePort()]);
  const config: LiveKitConfig = {
    port,
    udpPort,
    tcpPort,
    mediaAddresses: ["127.0.0.1"],
    apiKey: server.livekitApiKey,
    apiSecret: server.livekitApiSecret,
    webhookUrl,
    logLevel: "info",
  };
  const log = new LogFile(folder, "livekit", 1);
  const program = await startLiveKit(folder, config, log, (_, pid) => markOf(pid));
  afterAll(async () => {
    await program.stop();
    rmSync(folder, { recursive: true });
  });
  return program.url;
}

import { watchPath } from "@/lib/client/livestreams/livestream-paths";
import { server } from "@/tests/support/api/server";
import { type AppProcess, collectGarbage } from "../machine/app-process";
import { usageOf } from "../machine/usage";
import type { Readings, Scenario } from "../scenario";
import { onAirAlone } from "./on-air-alone";
import { openSignal, type Signal } from "./signal";
import { passesIn, visitAll } from "./visits";

const count = 200;
const connections = 20;

const takePasses = async (mint: string) =>
  passesIn(await visitAll(`${server.url}${watchPath(mint)}`, count, connections));

/** One after the other, to measure how long the gate takes, not its queue. */
async function connectAll(base: string, passes: string[]): Promise<Signal[]> {
  const signals: Signal[] = [];
  try {
    for (const pass of passes) signals.push(await openSignal(base, pass));
    return signals;
  } catch (error) {
    await hangUp(signals);
    throw error;
  }
}

const hangUp = (signals: Signal[]) => Promise.all(signals.map((signal) => signal.hangUp()));

const joins = (signals: Signal[]): Readings => ({ "connects.join": signals.map(({ ms }) => ms) });

async function connectStraight(mint: string): Promise<Readings> {
  const signals = await connectAll(server.livekitUrl, await takePasses(mint));
  await hangUp(signals);
  return joins(signals);
}

async function connectThrough(mint: string, app: AppProcess): Promise<Readings> {
  const before = usageOf(app.pid);
  // All pages first: otherwise their memory would count as the connections'.
  const passes = await takePasses(mint);
  const received = usageOf(app.pid);
  await collectGarbage(app);
  const collected = usageOf(app.pid);
  const signals = await connectAll(server.url, passes);
  try {
    const connected = usageOf(app.pid);
    await collectGarbage(app);
    const held = usageOf(app.pid);
    if (!before || !received || !collected || !connected || !held) return joins(signals);
    const cpuMs = received.cpuMs - before.cpuMs + (connected.cpuMs - collected.cpuMs);
    const heldBytes = held.residentBytes - collected.residentBytes;
    return {
      ...joins(signals),
      "connects.cpu": [cpuMs / count],
      "connects.memory": [heldBytes / 1_000 / count],
    };
  } finally {
    await hangUp(signals);
  }
}

export const connects: Scenario = {
  name: "connects",
  runs: 5,
  measure: {
    bare: () => onAirAlone(connectStraight),
    app: ({ app }) => onAirAlone((mint) => connectThrough(mint, app)),
  },
};

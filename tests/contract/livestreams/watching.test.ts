import { drizzle } from "drizzle-orm/node-postgres";
import { expect, test } from "vitest";
import type { Context } from "@/lib/context";
import { readLivestream } from "@/lib/contracts/livestreams";
import { announceWatching } from "@/lib/participants/announce-watching";
import { withDatabase, withoutSweep } from "@/tests/support/api/database";
import { aLiveShow, anAccount, aViewerToken } from "@/tests/support/api/factories";
import { server } from "@/tests/support/api/server";
import { identityOf } from "@/tests/support/api/tokens";
import { until } from "@/tests/support/api/until";
import { aSid, deliverEvent } from "@/tests/support/api/webhooks";

const ada = await anAccount("Ada");
const viewers = await Promise.all(["Bob", "Cleo", "Dora"].map((name) => anAccount(name)));

async function watch(mint: string, count: number): Promise<void> {
  for (const viewer of viewers.slice(0, count)) {
    const identity = identityOf(await aViewerToken(viewer, mint, true));
    const participant = { identity, sid: aSid() };
    await deliverEvent({ event: "participant_joined", room: { name: mint }, participant });
  }
}

test("each room is sent its own show's viewer count, not the server's", () =>
  withoutSweep(async () => {
    const shows = { crowded: await aLiveShow(ada, "private"), quiet: await aLiveShow(ada) };
    for (const viewer of viewers) {
      const body = { handle: viewer.handle, role: "viewer" as const };
      await ada.api.send(`/livestreams/${shows.crowded}/members`, { method: "PUT", json: body });
    }
    await watch(shows.crowded, 3);
    await watch(shows.quiet, 1);
    await withDatabase(server.databaseUrl, async (database) => {
      const told = new Map<string, unknown>();
      const livekit = { hint: (room: string, hint: unknown) => told.set(room, hint) };
      const context = { db: drizzle(database), livekit, now: () => new Date() };
      for (const mint of Object.values(shows)) {
        announceWatching(context as unknown as Context, mint);
      }
      await until("both rooms have a count", () => told.size === 2);
      expect(told.get(shows.quiet)).toEqual({ type: "watching", watching: 1 });
      expect(told.get(shows.crowded)).toEqual({ type: "watching", watching: 3 });
    });
    const { watching } = await ada.api.ok(readLivestream, { params: { mint: shows.quiet } });
    expect(watching).toBe(1);
  }));

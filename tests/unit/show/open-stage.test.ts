import { afterEach, expect, test, vi } from "vitest";
import type { Context } from "@/lib/context";
import { openStage } from "@/lib/show/open-stage";
import { reconcileLivestreams } from "@/lib/show/reconcile-livestreams";

vi.mock("@/lib/show/reconcile-livestreams", () => ({ reconcileLivestreams: vi.fn() }));
const reconcile = vi.mocked(reconcileLivestreams);
afterEach(() => void reconcile.mockReset());

test("when LiveKit does not update the host who went live, guests and viewers are still let in", async () => {
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  reconcile.mockResolvedValueOnce([]);
  const update = async () => {
    throw new Error("LiveKit did not respond");
  };
  const context = { livekit: { update } } as unknown as Context;
  await openStage(context, "mint", "a_host");
  expect(reconcile).toHaveBeenCalledExactlyOnceWith(context, ["mint"]);
  written.mockRestore();
});

test("while LiveKit takes its time with the host who went live, guests and viewers are let in", async () => {
  reconcile.mockResolvedValueOnce([]);
  const slow = Promise.withResolvers<"updated">();
  const context = { livekit: { update: () => slow.promise } } as unknown as Context;
  const opened = openStage(context, "mint", "a_host");
  expect(reconcile).toHaveBeenCalledExactlyOnceWith(context, ["mint"]);
  slow.resolve("updated");
  await opened;
});

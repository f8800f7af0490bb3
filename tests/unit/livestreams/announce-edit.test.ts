import { expect, test, vi } from "vitest";
import type { Context } from "@/lib/context";
import type { Livestream } from "@/lib/contracts/livestreams";
import { announceEdit } from "@/lib/livestreams/announce-edit";

const edited = {
  mint: "aBcDeF123456",
  status: "scheduled",
  title: "Second night",
  cover: "/livestreams/aBcDeF123456/cover?v=2",
  scheduledAt: "2030-01-01T20:00:00Z",
} as Livestream;

function aLiveKit(open: string[]) {
  const hint = vi.fn();
  const rooms = async () => new Map(open.map((room) => [room, ""]));
  const context = { livekit: { hint, rooms } } as unknown as Pick<Context, "livekit">;
  return { context, hint };
}

test("before the show too, everyone in its room is told the new title, cover and start", async () => {
  const { context, hint } = aLiveKit([edited.mint]);
  announceEdit(context, edited);
  const { title, cover, scheduledAt } = edited;
  const changes = expect.objectContaining({ title, cover, scheduledAt });
  await vi.waitFor(() =>
    expect(hint).toHaveBeenCalledExactlyOnceWith(edited.mint, { type: "livestream", changes }),
  );
});

test("a show whose room nobody has entered yet needs no hint", async () => {
  const { context, hint } = aLiveKit([]);
  announceEdit(context, edited);
  await new Promise((resolve) => setImmediate(resolve));
  expect(hint).not.toHaveBeenCalled();
});

import { expect, test, vi } from "vitest";
import type { Context } from "@/lib/context";
import { mirrorDecision } from "@/lib/guests/mirror-decision";
import { standingOf } from "@/lib/participants/standing";

vi.mock("@/lib/participants/standing", () => ({ standingOf: vi.fn() }));

test("a guest admitted just before the show began is let on stage, not hidden again", async () => {
  const update = vi.fn(async () => "updated" as const);
  const context = { livekit: { update } } as unknown as Context;
  const guest = { identity: "g_grace", status: "admitted", place: "stage" };
  vi.mocked(standingOf).mockResolvedValueOnce({
    identity: "g_grace",
    role: "guest",
    guestStatus: "admitted",
    place: "stage",
    sources: null,
    livestreamStatus: "live",
    visibility: "public",
  } as Awaited<ReturnType<typeof standingOf>>);
  const readInTransaction = { mint: "show", visibility: "public", status: "scheduled" };
  type Given = Parameters<typeof mirrorDecision>;
  await mirrorDecision(context, readInTransaction as Given[1], guest as Given[2]);
  expect(update).toHaveBeenCalledExactlyOnceWith("show", "g_grace", {
    seat: "guestOnStage",
    sources: null,
    attributes: { gate: "stage" },
  });
});

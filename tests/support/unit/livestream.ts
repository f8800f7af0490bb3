import type { Livestream, LivestreamStatus } from "@/lib/contracts/livestreams";

/** Ada's livestream, as the server returns it. */
export const aLivestream = (status: LivestreamStatus): Livestream => ({
  mint: "mint123456",
  title: "Opening night",
  description: "",
  visibility: "public",
  status,
  creator: { id: "u_12345678", handle: "ada", name: "Ada" },
  orgId: "ada",
  watching: 0,
  peakWatching: 0,
  slowModeSeconds: 0,
  look: { layout: "auto", spotlight: null, showNames: true, banner: null },
  tags: [],
  scheduledAt: null,
  timeZone: null,
  cover: null,
  frame: null,
  startedAt: status === "scheduled" ? null : "2026-11-21T11:00:00.000Z",
  endedAt: status === "ended" ? "2026-11-21T12:00:00.000Z" : null,
  createdAt: "2026-11-21T10:00:00.000Z",
});

import { plainLook } from "@/lib/client/room/look-in";
import {
  isOver,
  isUpcoming,
  type LivestreamStatus,
} from "@/lib/contracts/common/livestream-status";
import type { Livestream } from "@/lib/contracts/livestreams";

/** Ada's livestream, as the server returns it. */
export const aLivestream = (status: LivestreamStatus): Livestream => ({
  mint: "mint123456",
  title: "Opening night",
  description: "",
  visibility: "public",
  status,
  creator: { id: "u_12345678", handle: "ada", name: "Ada", picture: null },
  orgId: "ada",
  watching: 0,
  peakWatching: 0,
  slowModeSeconds: 0,
  chatWithoutAccount: false,
  admitTo: "backstage",
  look: plainLook,
  brand: null,
  brandOrgId: null,
  tags: [],
  scheduledAt: null,
  timeZone: null,
  cover: null,
  frame: null,
  startedAt: isUpcoming(status) || status === "cancelled" ? null : "2026-11-21T11:00:00.000Z",
  endedAt: isOver(status) ? "2026-11-21T12:00:00.000Z" : null,
  createdAt: "2026-11-21T10:00:00.000Z",
});

import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { wordsOf } from "@/lib/client/studio/event-log-words";
import type { LogEntry } from "@/lib/contracts/event-log";
import { catalogues } from "@/lib/words/catalogues";

const inEnglish = createTranslator({ locale: "en", messages: catalogues.en, namespace: "studio" });

const entry = (more: Partial<LogEntry>): LogEntry => ({
  seq: 1,
  event: "participant_joined",
  happenedAt: "2026-01-01T12:00:00.000Z",
  sid: "PA_1",
  identity: "v_12345678",
  name: null,
  role: null,
  track: null,
  by: null,
  detail: null,
  ...more,
});
const byHanna = { by: { id: "u_1", name: "Hanna" }, role: "guest", name: "Ada" } as const;
const camera = { source: "camera", type: "video" };

test.each<[Partial<LogEntry>, string]>([
  [{ role: "host", name: "Hanna" }, "Hanna (host) joined"],
  [{ role: "guest", name: "Ada" }, "Ada (guest) joined"],
  [{ role: "viewer", name: "Vera" }, "Vera joined"],
  [{ role: "viewer" }, "A hidden viewer joined"],
  [{ role: "encoder", name: "Hanna" }, "Hanna (encoder) joined"],
  [{ role: "agent", name: "" }, "An agent joined"],
  [{}, "Someone joined"],
  [{ event: "participant_left", role: "viewer" }, "A hidden viewer left"],
  [{ event: "participant_connection_aborted", name: "Vera" }, "Vera left before connecting"],
  [{ event: "track_published", name: "Vera", track: camera }, "Vera turned on their camera"],
  [{ event: "track_unpublished", name: "Vera", track: camera }, "Vera turned off their camera"],
  [
    { event: "track_published", name: "Vera", track: { source: "unknown", type: "audio" } },
    "Vera started sending audio",
  ],
  [{ event: "track_published", name: "Vera" }, "Vera started sending video"],
  [{ event: "room_started" }, "The room opened"],
  [{ event: "egress_started" }, "A recording or restream started"],
  [{ event: "ingress_ended" }, "An encoder stopped sending"],
  [{ event: "hologram_projected" }, "Hologram projected"],
  [
    { ...byHanna, event: "guest_admitted", detail: "backstage" },
    "Hanna admitted Ada (guest) backstage",
  ],
  [
    { ...byHanna, event: "guest_moved", detail: "waiting-room" },
    "Hanna moved Ada (guest) back to the waiting room",
  ],
  [{ ...byHanna, event: "person_banned", role: null, detail: "Spam" }, "Hanna banned Ada"],
  [
    { ...byHanna, event: "source_muted", detail: "camera" },
    "Hanna turned off the camera of Ada (guest)",
  ],
  [
    { ...byHanna, event: "chat_rules_changed", detail: "slowModeSeconds" },
    "Hanna changed slow mode",
  ],
  [{ ...byHanna, event: "look_changed", detail: "banner" }, "Hanna changed the banner"],
  [{ ...byHanna, event: "look_changed", detail: "brand" }, "Hanna changed the brand kit"],
  [{ ...byHanna, event: "role_given", role: null, detail: "host" }, "Hanna made Ada a co-host"],
  [{ event: "show_ended" }, "The show ended automatically"],
  [{ ...byHanna, event: "show_ended" }, "Hanna ended the show"],
  [{ ...byHanna, event: "show_reopened" }, "Hanna undid the cancellation"],
  [
    { ...byHanna, event: "show_handed_over", role: null },
    "Hanna deleted their account and handed the show over to Ada",
  ],
])("%j reads as %s", (more, words) => {
  expect(wordsOf(entry(more), inEnglish)).toBe(words);
});

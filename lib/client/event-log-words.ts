import type { LogEntry } from "@/lib/contracts/event-log";

/** One event of the log as a sentence; one that this version does not know in LiveKit's own words. */
export function wordsOf(entry: LogEntry): string {
  const { event, track } = entry;
  const said = sentences[event];
  if (said) return said;
  const deed = deeds[event];
  if (deed) return `${who(entry)} ${deed}`;
  if (event === "track_published") return `${who(entry)} started ${what(track)}`;
  if (event === "track_unpublished") return `${who(entry)} stopped ${what(track)}`;
  const words = event.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const sentences: Readonly<Record<string, string>> = {
  room_started: "The room opened",
  room_finished: "The room closed",
  egress_started: "A recording or relay started",
  egress_updated: "A recording or relay changed",
  egress_ended: "A recording or relay ended",
  ingress_started: "An encoder began to send",
  ingress_ended: "An encoder stopped sending",
};

const deeds: Readonly<Record<string, string>> = {
  participant_joined: "joined",
  participant_left: "left",
  participant_connection_aborted: "lost the connection",
};

function who({ name, role }: LogEntry): string {
  if (role === "viewer") return name || "A hidden viewer";
  if (role === "host") return `${name || "Somebody"} (host)`;
  if (role === "guest") return `${name || "Somebody"} (guest)`;
  if (role === "agent") return name ? `${name} (agent)` : "An agent";
  return name || "Somebody";
}

const sources: Readonly<Record<string, string>> = {
  camera: "the camera",
  microphone: "the microphone",
  screen_share: "sharing the screen",
  screen_share_audio: "sharing the screen’s sound",
};

const what = (track: LogEntry["track"]): string =>
  (track && sources[track.source]) ?? (track?.type === "audio" ? "a sound" : "a picture");

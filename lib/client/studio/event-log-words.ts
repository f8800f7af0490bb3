import type { useTranslations } from "next-intl";
import type { LogEntry } from "@/lib/contracts/event-log";
import type { Catalogue } from "@/lib/words/catalogues";
import { isolated } from "@/lib/words/isolated";

type Words = ReturnType<typeof useTranslations<"studio">>;

/** A log entry as a sentence. Unknown events use LiveKit's own name. */
export function wordsOf(entry: LogEntry, t: Words): string {
  const { event, track, by, detail } = entry;
  if (isKnown(event, t)) {
    return t(`log.events.${event}`, {
      who: who(entry, t),
      source: sourceOf(track),
      by: by ? isolated(by.name) : "none",
      detail: detail ?? "",
    });
  }
  const words = event.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

type Known = keyof Catalogue["studio"]["log"]["events"];

const isKnown = (event: string, t: Words): event is Known => t.has(`log.events.${event as Known}`);

function who({ name, role }: LogEntry, t: Words): string {
  if (role === "viewer") return name ? isolated(name) : t("log.hidden-viewer");
  if (role === "agent" && !name) return t("log.agent");
  if (role === "programme") return t("log.programme");
  return t("log.who", { role: role ?? "", name: isolated(name || t("somebody")) });
}

/** A track without a named source is a picture or a sound. */
function sourceOf(track: LogEntry["track"]): string {
  if (track?.type === "audio" && track.source === "unknown") return "audio";
  return track?.source ?? "";
}

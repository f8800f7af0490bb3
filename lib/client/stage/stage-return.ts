import { recall, remember } from "@/lib/client/browser/browser-memory";

/** After this long, camera and microphone are not put back on air automatically. */
const returnsWithinMs = 60_000;

const key = (mint: string) => `left-stage.${mint}`;

/** Records that this tab was on stage when the page was left. */
export const leftTheStage = (mint: string): void => remember("tab", key(mint), String(Date.now()));

/** Whether this tab was on stage a moment ago and has only been reloaded. Clears the record. */
export function wasOnStage(mint: string): boolean {
  const leftAtMs = Number(recall("tab", key(mint)) ?? Number.NaN);
  remember("tab", key(mint), null);
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return returns(navigation?.type, Date.now() - leftAtMs);
}

export const returns = (navigation: string | undefined, awayMs: number): boolean =>
  navigation === "reload" && awayMs >= 0 && awayMs < returnsWithinMs;

import type { Page } from "@playwright/test";

type Seen = { frames: number[]; connections: RTCPeerConnection[] };
type Window = typeof globalThis & { greenroomSeen: Seen };

/** A gap between two frames that people notice. */
const gapMs = 500;

/** Notes the time of each frame in any video of the page, and its connections. Call it before opening the page. */
export async function watchPictures(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: Seen = { frames: [], connections: [] };
    (globalThis as Window).greenroomSeen = seen;
    const { prototype } = HTMLMediaElement;
    const source = Object.getOwnPropertyDescriptor(prototype, "srcObject");
    const followed = new WeakSet<HTMLMediaElement>();
    Object.defineProperty(prototype, "srcObject", {
      ...source,
      set(this: HTMLMediaElement, stream: MediaProvider | null) {
        if (this instanceof HTMLVideoElement && !followed.has(this)) {
          followed.add(this);
          const onFrame = () => {
            seen.frames.push(Date.now());
            this.requestVideoFrameCallback(onFrame);
          };
          this.requestVideoFrameCallback(onFrame);
        }
        source?.set?.call(this, stream);
      },
    });
    globalThis.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(...given: ConstructorParameters<typeof RTCPeerConnection>) {
        super(...given);
        seen.connections.push(this);
      }
    };
  });
}

const framesOf = (page: Page) => page.evaluate(() => (globalThis as Window).greenroomSeen.frames);

/** Waits for a frame after a time, in milliseconds since 1970; returns how long after it. */
export async function msToPicture(page: Page, afterMs: number, withinMs = 60_000) {
  const first = await page.waitForFunction(
    (after) => (globalThis as Window).greenroomSeen.frames.find((at) => at > after),
    afterMs,
    { timeout: withinMs, polling: 50 },
  );
  return ((await first.jsonValue()) ?? Number.NaN) - afterMs;
}

/** The time without a new frame in all noticeable gaps between two moments, in milliseconds. */
export async function frozenMs(page: Page, fromMs: number, toMs: number): Promise<number> {
  const inside = (await framesOf(page)).filter((at) => at > fromMs && at < toMs);
  const edges = [fromMs, ...inside, toMs];
  return edges
    .slice(1)
    .map((at, index) => at - (edges[index] ?? at))
    .filter((gap) => gap > gapMs)
    .reduce((sum, gap) => sum + gap, 0);
}

/** How the media reaches the page: `udp`, `tcp`, or the transport to a TURN server, such as `tls`. */
export const transportsOf = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const found = new Set<string>();
    for (const connection of (globalThis as Window).greenroomSeen.connections) {
      if (connection.connectionState !== "connected") continue;
      const stats = new Map(await connection.getStats());
      for (const each of stats.values()) {
        if (each.type !== "transport") continue;
        const own = stats.get(stats.get(each.selectedCandidatePairId)?.localCandidateId);
        if (own) found.add(own.relayProtocol ?? own.protocol);
      }
    }
    return [...found];
  });

/** The height of the largest picture on the page, in pixels. */
export const pictureHeight = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(0, ...[...document.querySelectorAll("video")].map(({ videoHeight }) => videoHeight)),
  );

import type { Page } from "@playwright/test";

type Window = typeof globalThis & { connections?: RTCPeerConnection[] };

/** Reads what a page really sends, from its WebRTC connections. Call it before opening the page. */
export async function watchSenders(page: Page): Promise<Senders> {
  await page.addInitScript(() => {
    const connections: RTCPeerConnection[] = [];
    (globalThis as Window).connections = connections;
    const Original = RTCPeerConnection;
    globalThis.RTCPeerConnection = new Proxy(Original, {
      construct(target, args: ConstructorParameters<typeof RTCPeerConnection>) {
        const connection = new target(...args);
        connections.push(connection);
        return connection;
      },
    });
  });
  return new Senders(page);
}

export class Senders {
  constructor(readonly page: Page) {}

  /** The upper bound for all layers of the camera together, in bit/s. */
  maxBitrate(): Promise<number> {
    return this.page.evaluate(() => {
      const senders = ((globalThis as Window).connections ?? [])
        .filter(({ connectionState }) => connectionState === "connected")
        .flatMap((connection) => connection.getSenders())
        .filter(({ track }) => track?.kind === "video" && track.readyState === "live");
      const layers = senders.flatMap((sender) => sender.getParameters().encodings);
      return layers.reduce((sum, { maxBitrate = 0 }) => sum + maxBitrate, 0);
    });
  }

  /** The lines of the largest picture of the camera that is sent now. */
  sentLines(): Promise<number> {
    return this.page.evaluate(async () => {
      const connected = ((globalThis as Window).connections ?? []).filter(
        ({ connectionState }) => connectionState === "connected",
      );
      const reports = await Promise.all(connected.map((connection) => connection.getStats()));
      const lines = reports
        .flatMap((report) => [...report.values()])
        .filter(({ type, kind, active }) => type === "outbound-rtp" && kind === "video" && active)
        .map(({ frameHeight }) => frameHeight ?? 0);
      return Math.max(0, ...lines);
    });
  }

  /** How the browser processes the sound of the microphone that is sent. */
  processing(): Promise<{ noiseSuppression?: boolean; echoCancellation?: boolean }> {
    return this.page.evaluate(() => {
      const track = ((globalThis as Window).connections ?? [])
        .filter(({ connectionState }) => connectionState === "connected")
        .flatMap((connection) => connection.getSenders())
        .find(
          (sender) => sender.track?.kind === "audio" && sender.track.readyState === "live",
        )?.track;
      const { noiseSuppression, echoCancellation } = track?.getSettings() ?? {};
      return { noiseSuppression, echoCancellation: Boolean(echoCancellation) };
    });
  }
}

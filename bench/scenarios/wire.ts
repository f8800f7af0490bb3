import type { CDPSession, Page } from "@playwright/test";

const kinds = ["html", "js", "css", "font", "image", "other"] as const;
type Kind = (typeof kinds)[number];

const kindOf: Record<string, Kind> = {
  Document: "html",
  Script: "js",
  Stylesheet: "css",
  Font: "font",
  Image: "image",
};

type Load = { kind: Kind; atMs: number; arrivals: { atMs: number; bytes: number }[] };

/** What a page loads over the network: compressed, headers included, cached files excluded. */
export class Wire {
  readonly #loads = new Map<string, Load>();
  /** From the browser's clock, in seconds, to milliseconds since 1970. */
  #offsetMs: number | null = null;

  private constructor(readonly session: CDPSession) {}

  static async of(page: Page): Promise<Wire> {
    const session = await page.context().newCDPSession(page);
    const wire = new Wire(session);
    wire.#listen();
    await session.send("Network.enable");
    return wire;
  }

  /** Kilobytes by kind and in total, and requests, up to that time. */
  until(atMs: number): Record<Kind | "total" | "requests", number> {
    const loads = [...this.#loads.values()].filter((load) => load.atMs <= atMs);
    const sizeOf = (some: Load[]) =>
      some
        .flatMap(({ arrivals }) => arrivals)
        .filter((arrival) => arrival.atMs <= atMs)
        .reduce((sum, { bytes }) => sum + bytes / 1_000, 0);
    const byKind = kinds.map((kind) => [kind, sizeOf(loads.filter((load) => load.kind === kind))]);
    return { ...Object.fromEntries(byKind), total: sizeOf(loads), requests: loads.length };
  }

  #listen(): void {
    const { session } = this;
    session.on("Network.requestWillBeSent", ({ requestId, request, type, timestamp, wallTime }) => {
      this.#offsetMs ??= wallTime * 1_000 - timestamp * 1_000;
      if (!request.url.startsWith("http")) return;
      const kind = kindOf[type ?? ""] ?? "other";
      this.#loads.set(requestId, { kind, atMs: this.#ms(timestamp), arrivals: [] });
    });
    session.on("Network.responseReceived", ({ requestId, timestamp, response }) =>
      this.#arrives(requestId, timestamp, response.encodedDataLength),
    );
    session.on("Network.dataReceived", ({ requestId, timestamp, encodedDataLength }) =>
      this.#arrives(requestId, timestamp, encodedDataLength),
    );
    session.on("Network.loadingFinished", ({ requestId, timestamp, encodedDataLength }) => {
      // The final sum is the exact one; earlier reports were provisional.
      const arrivals = this.#loads.get(requestId)?.arrivals ?? [];
      const told = arrivals.reduce((sum, { bytes }) => sum + bytes, 0);
      this.#arrives(requestId, timestamp, encodedDataLength - told);
    });
  }

  #ms(timestamp: number): number {
    return timestamp * 1_000 + (this.#offsetMs ?? 0);
  }

  #arrives(requestId: string, timestamp: number, bytes: number): void {
    this.#loads.get(requestId)?.arrivals.push({ atMs: this.#ms(timestamp), bytes });
  }
}

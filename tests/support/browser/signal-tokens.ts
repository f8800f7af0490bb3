import type { Page } from "@playwright/test";
import { claimsOf } from "../api/tokens";
import { until } from "../api/until";

const jwt = /eyJ[\w-]{10,}\.eyJ[\w-]+\.[\w-]{43}/g;

/**
 * Every LiveKit token for a show that a page has connected with or received from LiveKit, oldest first;
 * none for the backstage room.
 */
export class SignalTokens {
  readonly connected: string[] = [];
  readonly refreshed: string[] = [];

  constructor(page: Page) {
    page.on("websocket", (socket) => {
      const url = new URL(socket.url());
      if (!url.pathname.startsWith("/rtc")) return;
      const token = url.searchParams.get("access_token");
      if (!token || claimsOf(token).video.room?.endsWith("~backstage")) return;
      this.connected.push(token);
      // The messages are protobuf, but a JWT in them is plain ASCII and can be found without a decoder.
      socket.on("framereceived", ({ payload }) => {
        this.refreshed.push(...(payload.toString("latin1").match(jwt) ?? []));
      });
    });
  }

  forget(): void {
    this.connected.length = 0;
    this.refreshed.length = 0;
  }

  first(): Promise<string> {
    return until("the page has connected to LiveKit", () => this.connected[0]);
  }

  newest(): Promise<string> {
    return until("LiveKit has refreshed the token", () => this.refreshed.at(-1));
  }
}

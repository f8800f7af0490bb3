import type { Page } from "@playwright/test";

type Window = typeof globalThis & { greenroomTest?: { deaf: boolean; hangUp: () => void } };

/**
 * Lets a page lose its connection like a train in a tunnel. Taking the browser offline is not enough:
 * that leaves WebRTC and open sockets alone. So the page also ignores data channels, and its sockets
 * are closed.
 */
export async function makeConnectionLossy(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const open = new Set<WebSocket>();
    const hangUp = () => {
      for (const socket of open) {
        // Offline, a real close waits a quarter of a minute for its answer: this event stands in for it.
        socket.close();
        socket.dispatchEvent(new CloseEvent("close", { code: 1006 }));
      }
      open.clear();
    };
    const state = { deaf: false, hangUp };
    (globalThis as Window).greenroomTest = state;
    globalThis.WebSocket = class extends WebSocket {
      constructor(...given: ConstructorParameters<typeof WebSocket>) {
        super(...given);
        open.add(this);
        // Registered first, so that nobody hears of the same close twice.
        this.addEventListener("close", (close) => {
          if (close.isTrusted && !open.has(this)) close.stopImmediatePropagation();
        });
      }
    };
    const original = Object.getOwnPropertyDescriptor(RTCDataChannel.prototype, "onmessage");
    Object.defineProperty(RTCDataChannel.prototype, "onmessage", {
      ...original,
      set(listener: ((event: MessageEvent) => void) | null) {
        original?.set?.call(this, (event: MessageEvent) => {
          if (!state.deaf) listener?.call(this, event);
        });
      },
    });
  });
}

export async function loseConnection(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { greenroomTest } = globalThis as Window;
    if (!greenroomTest) throw new Error("call makeConnectionLossy before opening the page");
    greenroomTest.deaf = true;
  });
  await page.context().setOffline(true);
  await page.evaluate(() => (globalThis as Window).greenroomTest?.hangUp());
}

export async function restoreConnection(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { greenroomTest } = globalThis as Window;
    if (greenroomTest) greenroomTest.deaf = false;
  });
  await page.context().setOffline(false);
}

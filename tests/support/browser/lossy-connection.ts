import type { Page } from "@playwright/test";

type Window = typeof globalThis & { greenroomTest?: { deaf: boolean; hangUp: () => void } };

/**
 * Lets a page lose its connection as a train in a tunnel does. Taking the network from the browser
 * is not enough: that leaves WebRTC and open sockets alone. So the page is also made deaf to data
 * channels, and its sockets are closed.
 */
export async function makeConnectionLossy(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const open = new Set<WebSocket>();
    const hangUp = () => {
      for (const socket of open) {
        // Offline, the goodbye of a real close gets no answer for a quarter of a minute: this stands
        // in for it.
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
        // The first listener of all: who was told by the stand-in is not told a second time.
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
    if (!greenroomTest) throw new Error("makeConnectionLossy comes before the page is opened");
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

import "server-only";
import { once } from "@/lib/once";

/** The first frame has come by then, or the viewer's processor waits for the network. */
const afterConnectMs = 250;
/** For who cannot connect, or whose connect another process of the app let through. */
const latestMs = 400;

const held = () => once("held-pages", () => new Map<string, () => void>());

/**
 * Resolves when the page may follow its head without standing in the way of the first picture: a
 * moment after this token's connect has gone through the gate, or soon in any case.
 */
export function untilConnected(token: string): Promise<void> {
  return new Promise((resolve) => {
    const goOn = () => {
      held().delete(token);
      resolve();
    };
    const latest = setTimeout(goOn, latestMs);
    held().set(token, () => {
      held().delete(token);
      clearTimeout(latest);
      setTimeout(goOn, afterConnectMs);
    });
  });
}

/** Says that the gate let a connect with this token through. */
export const connectWentThrough = (token: string) => held().get(token)?.();

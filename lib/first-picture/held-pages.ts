import "server-only";
import { randomUUID } from "node:crypto";
import { once } from "@/lib/once";

/** For who waits long for a picture, or runs no scripts, or whose word another process of the app got. */
const latestMs = 1_000;

const held = () => once("held-pages", () => new Map<string, () => void>());

/** A page that follows its head when its reader asks for it (`letPageCome`), or soon in any case. */
export function holdPage(): { id: string; mayCome: Promise<void> } {
  const id = randomUUID();
  const mayCome = new Promise<void>((resolve) => {
    held().set(id, resolve);
    setTimeout(resolve, latestMs);
  }).finally(() => held().delete(id));
  return { id, mayCome };
}

/** The reader has its first picture, or waits for none. */
export const letPageCome = (id: string) => held().get(id)?.();

import "server-only";
import sharp from "sharp";
import { once } from "@/lib/once";
import { Problem } from "@/lib/problem";

/** Most drawings take 20 to 50 ms, so the last in the queue waits a second or two. */
const waitingMax = 40;
const retryAfterSeconds = 5;

type Queue = { busy: boolean; waiting: Set<() => void> };

const queue = () =>
  once("drawing", (): Queue => {
    sharp.concurrency(1);
    sharp.cache(false);
    return { busy: false, waiting: new Set() };
  });

/**
 * Runs one drawing at a time per process, on one thread. A full queue refuses with 429. Callers
 * that disconnect while waiting free their place; a drawing that has started is finished first.
 */
export async function drawInTurn<T>(draw: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  await myTurn(signal);
  try {
    return await draw();
  } finally {
    callNext();
  }
}

async function myTurn(signal?: AbortSignal): Promise<void> {
  const drawing = queue();
  const { waiting } = drawing;
  if (signal?.aborted) throw refused();
  if (!drawing.busy) {
    drawing.busy = true;
    return;
  }
  if (waiting.size >= waitingMax) throw refused();
  await new Promise<void>((resolve, reject) => {
    const leave = () => {
      waiting.delete(begin);
      reject(refused());
    };
    const begin = () => {
      signal?.removeEventListener("abort", leave);
      resolve();
    };
    waiting.add(begin);
    signal?.addEventListener("abort", leave, { once: true });
  });
}

function callNext(): void {
  const drawing = queue();
  const [next] = drawing.waiting;
  if (!next) {
    drawing.busy = false;
    return;
  }
  drawing.waiting.delete(next);
  next();
}

const refused = () =>
  new Problem(
    "too-many-requests",
    `The server is busy with other images. Try again in ${retryAfterSeconds} s.`,
    { retryAfterSeconds },
  );

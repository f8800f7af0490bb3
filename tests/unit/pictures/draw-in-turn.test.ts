import { expect, test } from "vitest";
import { drawInTurn } from "@/lib/pictures/draw-in-turn";
import { redraw } from "@/lib/pictures/redraw";
import type { Problem } from "@/lib/problem";
import { aBomb, aPicture } from "@/tests/support/api/pictures";

const small = { width: 320, height: 320, pixelsMax: 1_000_000 };

/** A drawing that lasts until `end` is called. */
function aDrawing(signal?: AbortSignal) {
  const { promise, resolve } = Promise.withResolvers<string>();
  const begun = { at: false };
  const done = drawInTurn(() => {
    begun.at = true;
    return promise;
  }, signal);
  done.catch(() => undefined);
  return { begun, done, end: () => resolve("drawn") };
}

const refusalOf = (done: Promise<unknown>): Promise<Problem> =>
  done.then(
    () => Promise.reject(new Error("it was drawn")),
    (problem) => problem,
  );

test("one picture is processed at a time, in order of arrival", async () => {
  const [first, second, third] = [aDrawing(), aDrawing(), aDrawing()];
  await Promise.resolve();
  const begun = () => [first, second, third].map((drawing) => drawing.begun.at);
  expect(begun()).toEqual([true, false, false]);
  first.end();
  await first.done;
  await Promise.resolve();
  expect(begun()).toEqual([true, true, false]);
  second.end();
  third.end();
  expect(await third.done).toBe("drawn");
});

test("a full queue refuses with 429 and says when to try again", async () => {
  const drawings = Array.from({ length: 50 }, () => aDrawing());
  const refused = await Promise.all(drawings.slice(41).map(({ done }) => refusalOf(done)));
  expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 429));
  expect(refused[0]?.extra.retryAfterSeconds).toBeGreaterThan(0);
  for (const { end } of drawings) end();
  await Promise.all(drawings.slice(0, 41).map(({ done }) => done));
});

test("a client that leaves while waiting frees its place", async () => {
  const gone = new AbortController();
  const drawing = aDrawing();
  const waiting = Array.from({ length: 40 }, () => aDrawing(gone.signal));
  expect((await refusalOf(aDrawing().done)).status).toBe(429);
  gone.abort();
  await Promise.all(waiting.map(({ done }) => refusalOf(done)));
  const late = aDrawing();
  drawing.end();
  late.end();
  expect(await late.done).toBe("drawn");
  expect(waiting.some(({ begun }) => begun.at)).toBe(false);
});

test("a failed picture passes the turn on", async () => {
  const failed = drawInTurn(() => redraw(new Uint8Array(10), small));
  const next = drawInTurn(async () => redraw(await aPicture(), small));
  expect((await refusalOf(failed)).status).toBe(400);
  expect((await next).byteLength).toBeGreaterThan(0);
});

test("a picture bomb is refused by its header, without unpacking its pixels", async () => {
  const bomb = aBomb();
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const problems = await Promise.all(
    Array.from({ length: 20 }, () => refusalOf(drawInTurn(() => redraw(bomb, small)))),
  );
  expect(performance.now() - start).toBeLessThan(1_000);
  expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
  for (const problem of problems) expect(problem.message).toContain("megapixels");
});

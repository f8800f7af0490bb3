import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { holdPage, letPageCome } from "@/lib/first-picture/held-pages";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A page that is held, and whether it may come by now. */
function aHeldPage() {
  const { id, mayCome } = holdPage();
  const came = vi.fn();
  void mayCome.then(came);
  return { id, came };
}

test("a page may come when its reader asks for it, and no other with it", async () => {
  const [mine, another] = [aHeldPage(), aHeldPage()];
  letPageCome(mine.id);
  await vi.advanceTimersByTimeAsync(0);
  expect(mine.came).toHaveBeenCalledOnce();
  expect(another.came).not.toHaveBeenCalled();
});

test("a page that nobody asks for comes after a second", async () => {
  const { came } = aHeldPage();
  letPageCome("none");
  await vi.advanceTimersByTimeAsync(999);
  expect(came).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(came).toHaveBeenCalledOnce();
});

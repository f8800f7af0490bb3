import { beforeEach, expect, test, vi } from "vitest";
import { ApiError } from "@/lib/client/server-api/api";
import { type Ask, createLoader, type LoadState, notLoaded } from "@/lib/client/server-api/loader";

type List = readonly string[];

let state: LoadState<List>;
let requests: (PromiseWithResolvers<List> & { signal: AbortSignal; known: List | null })[];

const ask: Ask<List> = (signal, known) => {
  const request = { ...Promise.withResolvers<List>(), signal, known };
  requests.push(request);
  return request.promise;
};

const newLoader = () =>
  createLoader<List>((next) => {
    state = next(state);
  });

beforeEach(() => {
  state = notLoaded;
  requests = [];
});

/** Answers the nth request, and waits until the answer has been handled. */
async function answer(index: number, value: List | Error): Promise<void> {
  if (value instanceof Error) requests[index]?.reject(value);
  else requests[index]?.resolve(value);
  await vi.waitFor(() => Promise.resolve());
}

test("keeps the old answer in view until the new one arrives", async () => {
  const loader = newLoader();
  void loader.load(ask, null);
  await answer(0, ["ada"]);
  void loader.load(ask, null);
  expect(state).toEqual({ value: ["ada"], loading: true, problem: null });
  await answer(1, ["ada", "grace"]);
  expect(state).toEqual({ value: ["ada", "grace"], loading: false, problem: null });
});

test("a late answer never replaces a newer one", async () => {
  const loader = newLoader();
  void loader.load(ask, null);
  void loader.load(ask, null);
  expect(requests[0]?.signal.aborted).toBe(true);
  await answer(1, ["new"]);
  await answer(0, ["old"]);
  expect(state.value).toEqual(["new"]);
});

test("a late failure does not affect a newer request", async () => {
  const loader = newLoader();
  void loader.load(ask, null);
  void loader.load(ask, null);
  await answer(0, new ApiError("offline", "You are offline."));
  expect(state).toEqual({ value: null, loading: true, problem: null });
});

test("a failure is shown in words, keeps the list, and is gone after a success", async () => {
  const loader = newLoader();
  void loader.load(ask, null);
  await answer(0, ["ada"]);
  void loader.load(ask, null);
  await answer(1, new ApiError("offline", "You are offline."));
  expect(state).toEqual({ value: ["ada"], loading: false, problem: "You are offline." });
  void loader.load(ask, null);
  await answer(2, ["ada"]);
  expect(state.problem).toBeNull();
});

test("a change made during a request shows at once, and the request is sent again", async () => {
  const loader = newLoader();
  void loader.load(ask, null);
  loader.change((list) => [...(list ?? []), "grace"]);
  expect(state.value).toEqual(["grace"]);
  await answer(0, ["from before the change"]);
  expect(state.value).toEqual(["grace"]);
  await answer(1, ["ada", "grace"]);
  expect(state.value).toEqual(["ada", "grace"]);
});

test("a change between requests starts none", () => {
  newLoader().change(() => ["grace"]);
  expect(state.value).toEqual(["grace"]);
  expect(requests).toEqual([]);
});

test("loading more starts from the known list", async () => {
  const loader = newLoader();
  void loader.load(ask, ["ada"]);
  expect(requests[0]?.known).toEqual(["ada"]);
});

test("leaving aborts the request and drops its answer", async () => {
  const loader = newLoader();
  void loader.load(ask, null);
  loader.stop();
  expect(requests[0]?.signal.aborted).toBe(true);
  await answer(0, ["ada"]);
  expect(state).toEqual(notLoaded);
});

import { describe, expect, it, vi } from "vitest";
import { endStreams, eventStream } from "@/lib/http/event-stream";
import { readFigure } from "@/lib/metrics";

const follow = (method = "GET") => {
  const page = new AbortController();
  const [release, stop] = [vi.fn(), vi.fn()];
  const [hold, start] = [vi.fn(() => release), vi.fn(async () => stop)];
  const open = () => eventStream({ request: { method, signal: page.signal }, hold, start });
  return { page, release, stop, hold, start, open };
};

describe("an event stream", () => {
  it("holds a place until its reader leaves, and returns it once", async () => {
    const { page, release, stop, open } = follow();
    const { body } = open();
    await vi.waitFor(() => expect(body).not.toBeNull());
    expect(release).not.toHaveBeenCalled();
    page.abort();
    await body?.cancel();
    await vi.waitFor(() => expect(stop).toHaveBeenCalledOnce());
    expect(release).toHaveBeenCalledOnce();
  });

  it("returns the place of a reader who left before the response", () => {
    const { page, release, start, open } = follow();
    page.abort();
    open();
    expect(release).toHaveBeenCalledOnce();
    expect(start).not.toHaveBeenCalled();
  });

  it("returns the place when its body is cancelled", async () => {
    const { release, open } = follow();
    await open().body?.cancel();
    expect(release).toHaveBeenCalledOnce();
  });

  it("is complete when the process stops, and counts until then", async () => {
    const { release, open } = follow();
    const { body } = open();
    expect(readFigure("eventStreams")).toBe(1);
    endStreams();
    expect(await new Response(body).text()).toBe("");
    expect(release).toHaveBeenCalledOnce();
    expect(readFigure("eventStreams")).toBe(0);
    endStreams();
  });

  it("returns the place when it could not start", async () => {
    const { release, start, open } = follow();
    start.mockRejectedValue(new Error("no database"));
    await expect(new Response(open().body).text()).rejects.toThrow("no database");
    expect(release).toHaveBeenCalledOnce();
  });

  it("is not opened by HEAD, which nobody reads", () => {
    const { hold, start, open } = follow("HEAD");
    const answer = open();
    expect(answer.headers.get("content-type")).toMatch(/^text\/event-stream/);
    expect(answer.body).toBeNull();
    expect(hold).not.toHaveBeenCalled();
    expect(start).not.toHaveBeenCalled();
  });
});

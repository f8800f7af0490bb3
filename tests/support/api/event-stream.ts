import { type LivestreamEventName, livestreamEvents } from "@/lib/contracts/livestream-events";
import type { Client } from "./client";
import { until } from "./until";

export type Frame = { event: LivestreamEventName; id: string | null; data: unknown };

/** An open event stream; `frames` grows as events arrive. */
export type Stream = {
  status: number;
  headers: Headers;
  frames: Frame[];
  /** The first frame with this name at or after `from`. */
  next: (event: LivestreamEventName, from?: number) => Promise<Frame>;
  /** Resolves once nothing more can arrive: the server has ended the stream, or it broke. */
  over: Promise<void>;
  /** Resolves once the server has ended it. */
  ended: () => Promise<unknown>;
  close: () => void;
};

const eventNames = Object.keys(livestreamEvents) as LivestreamEventName[];

const open = new Set<AbortController>();

export function closeStreams(): void {
  for (const each of open) each.abort();
}

/** Reads a livestream's Server-Sent Events (WHATWG HTML, 9.2) as a browser would. */
export async function follow(
  client: Client,
  mint: string,
  lastEventId?: string,
  query = "",
): Promise<Stream> {
  const gone = new AbortController();
  open.add(gone);
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const response = await fetch(`${client.to}/livestreams/${mint}/events${query}`, {
    signal: gone.signal,
    headers: {
      accept: "text/event-stream",
      "x-forwarded-for": client.address,
      ...(client.bearer && { authorization: `Bearer ${client.bearer}` }),
      ...(cookie && { cookie }),
      ...(lastEventId !== undefined && { "last-event-id": lastEventId }),
    },
  });
  const frames: Frame[] = [];
  let failure: unknown;
  let complete = false;
  const over = read(response, frames).then(
    () => {
      complete = true;
    },
    (error) => {
      // Closing the stream aborts the reader: that is not a failure.
      if (!gone.signal.aborted) failure = error;
    },
  );
  return {
    status: response.status,
    headers: response.headers,
    frames,
    over,
    next: (event, from = 0) =>
      until(`a ${event} frame`, () => {
        if (failure) throw failure;
        return frames.slice(from).find((each) => each.event === event);
      }),
    ended: () => until("the end of the stream", () => complete),
    close: () => {
      open.delete(gone);
      gone.abort();
    },
  };
}

async function read(response: Response, frames: Frame[]): Promise<void> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of response.body ?? []) {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const fields = new Map(block.split("\n").map((row) => splitOnce(row)));
      const data = fields.get("data");
      if (data === undefined) continue;
      const event = eventNames.find((name) => name === fields.get("event"));
      if (!event) throw new Error(`an unknown event: ${block}`);
      frames.push({
        event,
        id: fields.get("id") ?? null,
        data: JSON.parse(data),
      });
    }
  }
}

function splitOnce(row: string): [string, string] {
  const colon = row.indexOf(":");
  return [row.slice(0, colon), row.slice(colon + 1).trimStart()];
}

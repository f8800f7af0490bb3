import { SignalResponse } from "@livekit/protocol";

/** An open signal connection to LiveKit; `ms` is the time from opening it to LiveKit's first message. */
export type Signal = { ms: number; hangUp: () => Promise<void> };

const patienceMs = 10_000;

/** @throws if LiveKit's first message does not admit the participant */
export function openSignal(base: string, token: string): Promise<Signal> {
  const search = new URLSearchParams({ access_token: token, auto_subscribe: "1", protocol: "16" });
  const startedAt = performance.now();
  const socket = new WebSocket(`${base.replace(/^http/, "ws")}/rtc?${search}`);
  socket.binaryType = "arraybuffer";
  const closed = new Promise<void>((resolve) =>
    socket.addEventListener("close", () => resolve(), { once: true }),
  );
  const hangUp = () => {
    socket.close();
    return closed;
  };
  return new Promise((resolve, reject) => {
    const hopeless = setTimeout(() => void hangUp(), patienceMs);
    void closed.then(() =>
      reject(new Error("the signal connection was refused or closed without a message")),
    );
    const onMessage = ({ data }: MessageEvent<ArrayBuffer>) => {
      const ms = performance.now() - startedAt;
      clearTimeout(hopeless);
      const first = SignalResponse.fromBinary(new Uint8Array(data)).message.case;
      if (first === "join") resolve({ ms, hangUp });
      else reject(new Error(`LiveKit's first message is ${first}`));
    };
    socket.addEventListener("message", onMessage, { once: true });
  });
}

import { once } from "node:events";
import { until } from "@/tests/support/api/until";

/** The app process of the bench's stack; its inspector, once open, listens on that port. */
export type AppProcess = { pid: number; inspectPort: number };

type Inspected = { webSocketDebuggerUrl: string };

/**
 * Makes the app release all memory that it no longer needs. V8's reserve is larger than the memory of a
 * few hundred connections, and grows and shrinks at will.
 */
export async function collectGarbage({ pid, inspectPort }: AppProcess): Promise<void> {
  process.kill(pid, "SIGUSR1");
  const list = async (): Promise<Inspected[] | null> =>
    fetch(`http://127.0.0.1:${inspectPort}/json/list`).then(
      (answer) => answer.json(),
      () => null,
    );
  const [inspected] = await until("the app's inspector is listening", list);
  const socket = new WebSocket(inspected?.webSocketDebuggerUrl ?? "");
  await once(socket, "open");
  socket.send(JSON.stringify({ id: 1, method: "HeapProfiler.collectGarbage" }));
  await once(socket, "message");
  socket.close();
  await once(socket, "close");
}

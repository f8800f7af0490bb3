import { once } from "node:events";
import { until } from "@/tests/support/api/until";

/** The app as the bench's stack runs it; its inspector, once it is open, listens on that port. */
export type AppProcess = { pid: number; inspectPort: number };

type Inspected = { webSocketDebuggerUrl: string };

/**
 * Has the app give back all memory that it no longer needs: what V8 keeps in reserve is more than a
 * few hundred connections take, and grows and shrinks when it likes.
 */
export async function collectGarbage({ pid, inspectPort }: AppProcess): Promise<void> {
  process.kill(pid, "SIGUSR1");
  const list = async (): Promise<Inspected[] | null> =>
    fetch(`http://127.0.0.1:${inspectPort}/json/list`).then(
      (answer) => answer.json(),
      () => null,
    );
  const [inspected] = await until("the app's inspector listens", list);
  const socket = new WebSocket(inspected?.webSocketDebuggerUrl ?? "");
  await once(socket, "open");
  socket.send(JSON.stringify({ id: 1, method: "HeapProfiler.collectGarbage" }));
  await once(socket, "message");
  socket.close();
  await once(socket, "close");
}

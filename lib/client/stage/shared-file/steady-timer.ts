const source = "onmessage = ({ data }) => setTimeout(() => postMessage(0), data);";

/**
 * Calls `tick` every `ms` milliseconds, from a worker: in a hidden tab, a window's own timers run
 * about once a second.
 *
 * @returns stops it
 */
export function everyMs(ms: number, tick: () => void): () => void {
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const worker = new Worker(address);
  URL.revokeObjectURL(address);
  worker.onmessage = () => {
    tick();
    worker.postMessage(ms);
  };
  worker.postMessage(ms);
  return () => worker.terminate();
}

type ToastOptions = {
  /** One more sentence. */
  description?: string;
  action?: { label: string; onClick: () => void };
  /** The same id replaces the toast that is there, so that repeats do not pile up. */
  id?: string;
  durationMs?: number;
};

export type PendingToast = {
  kind: "done" | "info" | "wait" | "problem";
  message: string;
  options: ToastOptions;
};

let queue: PendingToast[] = [];
let deliver: ((pending: PendingToast) => void) | undefined;
let called = false;
const listeners = new Set<() => void>();

function show(kind: PendingToast["kind"], message: string, options: ToastOptions = {}) {
  const pending = { kind, message, options };
  if (deliver) return deliver(pending);
  queue.push(pending);
  called = true;
  for (const listener of listeners) listener();
}

/** Says what happened, from any browser code. done: it worked. wait: somebody waits. problem: it did not work. */
export const toast = {
  done: (message: string, options?: ToastOptions) => show("done", message, options),
  info: (message: string, options?: ToastOptions) => show("info", message, options),
  wait: (message: string, options?: ToastOptions) => show("wait", message, options),
  problem: (message: string, options?: ToastOptions) => show("problem", message, options),
};

/** The host calls this once it is on the page; what was said before is shown then. */
export function connectToasts(host: (pending: PendingToast) => void): () => void {
  deliver = host;
  for (const pending of queue) host(pending);
  queue = [];
  return () => {
    deliver = undefined;
  };
}

/** Whether anything has called for a toast yet, for `useSyncExternalStore`. */
export const toastsCalled = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read: () => called,
};

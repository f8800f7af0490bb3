type ToastOptions = {
  /** A second sentence. */
  description?: string;
  action?: { label: string; onClick: () => void };
  /** Replaces the current toast with the same id, so that repeats do not pile up. */
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

/**
 * Shows a toast from any browser code. done: success. wait: someone is waiting. problem: failure.
 */
export const toast = {
  done: (message: string, options?: ToastOptions) => show("done", message, options),
  info: (message: string, options?: ToastOptions) => show("info", message, options),
  wait: (message: string, options?: ToastOptions) => show("wait", message, options),
  problem: (message: string, options?: ToastOptions) => show("problem", message, options),
};

/** Called by the toast host once mounted. Toasts queued before are shown then. */
export function connectToasts(host: (pending: PendingToast) => void): () => void {
  deliver = host;
  for (const pending of queue) host(pending);
  queue = [];
  return () => {
    deliver = undefined;
  };
}

/** Whether any toast has been requested yet, for `useSyncExternalStore`. */
export const toastsCalled = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read: () => called,
};

const controller = new AbortController();
const parentCheckMs = 500;
const repeatMs = 1_000;

/** Aborted at the first Ctrl-C, SIGTERM or SIGHUP. */
export const interrupted = controller.signal;

const hurry = new AbortController();

/** Aborted on the second interrupt: stop immediately instead of gracefully. */
export const impatient = hurry.signal;

let firstAt = 0;

function onSignal() {
  if (!interrupted.aborted) {
    firstAt = Date.now();
    controller.abort();
    return;
  }
  // npm forwards the Ctrl-C that the terminal already sent us, so a repeat within a second does not
  // count.
  if (Date.now() - firstAt > repeatMs) hurry.abort();
}

/**
 * npm runs us below a shell, which does not forward a SIGTERM when it ends. To keep this process from
 * running on unattended, the end of its parent counts as an interrupt.
 */
function watchParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) controller.abort();
  }, parentCheckMs).unref();
}

/** From now on, signals trigger an orderly stop instead of ending the process. */
export function listenForInterrupts() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, onSignal);
  if (process.env.npm_lifecycle_event) watchParent();
}

/** @returns {Promise<void>} resolves at the first interrupt */
export function untilInterrupted() {
  return new Promise((resolve) => {
    if (interrupted.aborted) resolve();
    else interrupted.addEventListener("abort", () => resolve(), { once: true });
  });
}

const controller = new AbortController();
const parentCheckMs = 500;
const repeatMs = 1_000;

/** Aborted at the first Ctrl-C, SIGTERM or SIGHUP. */
export const interrupted = controller.signal;

const hurry = new AbortController();

/** Aborted when somebody asks a second time: stop at once, not gently. */
export const impatient = hurry.signal;

let firstAt = 0;

function onSignal() {
  if (!interrupted.aborted) {
    firstAt = Date.now();
    controller.abort();
    return;
  }
  // npm passes on the Ctrl-C that the terminal has already given to us: a repeat within a moment
  // is the same wish.
  if (Date.now() - firstAt > repeatMs) hurry.abort();
}

/**
 * npm runs us below a shell. A shell that SIGTERM ends does not pass it on, and then this process
 * would go on with nobody to stop it; so the parent's end is a signal too.
 */
function watchParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) controller.abort();
  }, parentCheckMs).unref();
}

/** From here on, signals stop the work in order instead of ending the process. */
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

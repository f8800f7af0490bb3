const firstNoticeMs = 2_000;
const plainNoticeMs = 15_000;

/** The progress line of the current step; empty if there is none. */
let statusLine = "";

function eraseStatus() {
  if (statusLine) process.stdout.write("\r\x1b[K");
}

/**
 * @param {string} text one or more whole lines
 * @param {"stdout" | "stderr"} [stream]
 */
export function print(text, stream = "stdout") {
  eraseStatus();
  process[stream].write(text.endsWith("\n") ? text : `${text}\n`);
  if (statusLine) process.stdout.write(statusLine);
}

/** @param {number} ms */
export function seconds(ms) {
  const whole = Math.round(ms / 1000);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** @param {string | (() => string)} label */
const textOf = (label) => (typeof label === "string" ? label : label());

/**
 * Runs one step. If it takes longer than two seconds, prints what it is doing and for how long: in a
 * terminal on one updating line, elsewhere as plain lines.
 * @template T
 * @param {string | (() => string)} label such as "Building the app"; a function can report progress
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(label, work) {
  const startedAt = Date.now();
  let shown = false;
  let nextNoticeMs = firstNoticeMs;
  const notice = () => {
    const elapsedMs = Date.now() - startedAt;
    if (elapsedMs < nextNoticeMs) return;
    const now = textOf(label);
    const line = shown || process.stdout.isTTY ? `${now} … ${seconds(elapsedMs)}` : `${now} …`;
    shown = true;
    if (!process.stdout.isTTY) {
      nextNoticeMs += plainNoticeMs;
      return print(line);
    }
    eraseStatus();
    statusLine = line;
    process.stdout.write(line);
  };
  const timer = setInterval(notice, 500);
  try {
    const result = await work();
    endStatus();
    if (shown) print(`${textOf(label)}: ${seconds(Date.now() - startedAt)}`);
    return result;
  } finally {
    clearInterval(timer);
    endStatus();
  }
}

function endStatus() {
  eraseStatus();
  statusLine = "";
}

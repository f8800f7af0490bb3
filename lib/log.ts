import "server-only";

// A token or an invite that slips into a message must not reach a log file.
const secrets =
  /(access_token=|invite_token=|greenroom-guest-\w+=|Bearer\s+|stream_(?=[\w-]{43})|eyJ)[\w.~+/=%-]+/gi;

export function redact(text: string): string {
  return text.replace(secrets, "$1…");
}

function write(level: "info" | "warn" | "error", message: string, cause?: unknown): void {
  const why = cause instanceof Error ? (cause.stack ?? cause.message) : cause;
  const line = { at: new Date().toISOString(), level, message, ...(why ? { why: `${why}` } : {}) };
  process.stderr.write(`${redact(JSON.stringify(line))}\n`);
}

export const log = {
  info: (message: string) => write("info", message),
  warn: (message: string, cause?: unknown) => write("warn", message, cause),
  error: (message: string, cause?: unknown) => write("error", message, cause),
};

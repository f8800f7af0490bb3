import "server-only";
import { format } from "node:util";
import pino from "pino";
import { metrics } from "@/lib/metrics";
import { once } from "@/lib/once";
import { type ErrorInLog, errorInLog, redact, secretFields } from "@/lib/redact";
import { requestId } from "@/lib/request-id";
import { parseSettings } from "@/lib/settings.mjs";

type Fields = Record<string, string | number>;
type Level = "debug" | "info" | "warn" | "error";

const isDev = process.env.NODE_ENV === "development";

/**
 * Logs one JSON object per line. Secret fields are redacted by name, and then anything that looks
 * like a secret in the finished line.
 */
const logger = () =>
  once("log", () =>
    pino(
      {
        level: parseSettings(process.env).logLevel,
        base: undefined,
        messageKey: "message",
        timestamp: () => `,"at":"${new Date().toISOString()}"`,
        formatters: { level: (level) => ({ level }) },
        mixin: () => ({ requestId: requestId() }),
        redact: {
          paths: secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
          censor: "…",
        },
      },
      {
        write: (line) => {
          // The launcher records both streams and shows stderr to the person who started it.
          const level = /^\{"level":"(\w+)"/.exec(line)?.[1] ?? "error";
          metrics().logLines.inc({ level });
          const out = ["debug", "info"].includes(level) ? process.stdout : process.stderr;
          out.write(redact(isDev ? readable(line) : line));
        },
      },
    ),
  );

function write(level: Level, message: string, cause: unknown, fields: Fields): void {
  const why = cause === undefined ? {} : { error: errorInLog(cause) };
  logger()[level]({ ...fields, ...why }, message);
  if (cause instanceof Error) loggedErrors().add(cause);
}

export const log = {
  debug: (message: string, fields: Fields = {}) => write("debug", message, undefined, fields),
  info: (message: string, fields: Fields = {}) => write("info", message, undefined, fields),
  warn: (message: string, cause?: unknown, fields: Fields = {}) =>
    write("warn", message, cause, fields),
  error: (message: string, cause?: unknown, fields: Fields = {}) =>
    write("error", message, cause, fields),
};

/**
 * Errors already logged. Next prints errors to the console even after passing them to
 * `onRequestError`.
 */
const loggedErrors = () => once("logged-errors", () => new WeakSet<Error>());

/** Routes console output of Next and the libraries through the logger, with secrets redacted. */
export function takeOverConsole(): void {
  // A line that cannot be written, as after a kill of the launcher, would be an error to log, forever.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  if (isDev) return;
  for (const level of ["error", "warn"] as const) {
    console[level] = (...said: unknown[]) => {
      const cause = said.find((each) => each instanceof Error);
      if (cause && loggedErrors().has(cause)) return;
      const words = said.filter((each) => !(each instanceof Error)).map((each) => format(each));
      const error = cause && brief(errorInLog(cause));
      logger()[level](error ? { error } : {}, shortened(words.join(" ")) || "the console");
      if (cause) loggedErrors().add(cause);
    };
  }
}

/** Next's errors quote client input, which could otherwise fill the log. */
const longestQuote = 200;
// Redacted before truncating: half an email address would no longer be recognized.
const shortened = (text: string) =>
  redact(text.replace(/\?\S+/g, "?…")).slice(0, longestQuote).trim();

const brief = ({ message, cause, ...error }: ErrorInLog): ErrorInLog => ({
  ...error,
  message: shortened(message),
  ...(cause && { cause: brief(cause) }),
});

/** Human-readable format for development: time, level, message, fields, then the stack. */
function readable(line: string): string {
  const { at, level, message, error, ...fields } = JSON.parse(line);
  const rest = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
  const stack = error ? `\n  ${error.type}: ${error.message}\n${error.stack ?? ""}` : "";
  return `${[at.slice(11, 19), level, message, ...rest].join(" ")}${stack}\n`;
}

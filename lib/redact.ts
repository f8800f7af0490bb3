/** Names of fields that always hold a secret, ours and the libraries'. */
export const secretFields = [
  "password",
  "passwordHash",
  "secret",
  "token",
  "livekitToken",
  "inviteToken",
  "participantToken",
  "access_token",
  "invite_token",
  "key",
  "email",
  "cookie",
  "cookies",
  "authorization",
];

/** Secrets to redact anywhere in a log line, each with its replacement. */
const patterns: [RegExp, string][] = [
  // In a URL, header or cookie; our prefixed keys; anything signed or encrypted (JWT, JWE).
  [
    /((?:access_token|invite_token|csrf-token|session-token|password|greenroom-[a-z]+-\w+)=|Bearer\s+|(?:stream|programme|greenroom)_(?=[\w-]{40})|eyJ)[\w.~+/=%|-]+/gi,
    "$1…",
  ],
  // The code of a short invite link.
  [/(\/j\/)[0-9a-z]{13}/gi, "$1…"],
  // In JSON, and in JSON nested in a string.
  [new RegExp(String.raw`(\b(?:${secretFields.join("|")})\\*"\s*:\s*\\*")[^"\\]+`, "gi"), "$1…"],
  [/(:\/\/[^:/\s]+:)[^@/\s]+@/g, "$1…@"],
  [/[^\s"'`<>()[\]{},;:=\\/|]{1,64}(?:@|%40)(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/giu, "…@…"],
];

export function redact(text: string): string {
  return patterns.reduce((left, [pattern, shown]) => left.replace(pattern, shown), text);
}

export type ErrorInLog = {
  type: string;
  message: string;
  code?: string;
  stack?: string;
  cause?: ErrorInLog;
};

const longest = 2_000;
const deepest = 4;

/**
 * An error without the values that caused it: Drizzle appends query parameters to the message,
 * PostgreSQL quotes values it could not parse, and both attach more fields to the error.
 */
export function errorInLog(error: unknown, depth = 1): ErrorInLog {
  if (!(error instanceof Error)) return { type: typeof error, message: inWords(error) };
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return {
    type: error.name,
    message: withoutValues(error.message, code).slice(0, longest),
    ...(typeof code === "string" && { code }),
    ...(error.stack && { stack: framesOf(error.stack) }),
    ...(cause !== undefined && depth < deepest && { cause: errorInLog(cause, depth + 1) }),
  };
}

/** PostgreSQL's error class 22, data exceptions: invalid text, value out of range and so on. */
const aboutValue = /^22\w{3}$/;

function withoutValues(message: string, code: unknown): string {
  const query = message.replace(/\nparams:.*$/s, "");
  return typeof code === "string" && aboutValue.test(code) ? query.replace(/".*"/gs, '"…"') : query;
}

/** Only the frames: the stack starts with the message. */
const framesOf = (stack: string) =>
  stack
    .split("\n")
    .filter((row) => /^\s+at /.test(row))
    .join("\n");

function inWords(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return text.slice(0, longest);
}

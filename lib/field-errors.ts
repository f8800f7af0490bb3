/**
 * Every way a field of a request can be wrong, with the parameters that its words may name. Programs
 * decide by the code; pages have words for each, in every language (`problems.fields`).
 */
export const fieldCodes = {
  required: [],
  type: ["expected"],
  format: ["format"],
  option: ["options"],
  "too-long": ["max"],
  "too-short": ["min"],
  "too-large": ["max"],
  "too-small": ["min"],
  "too-many": ["max"],
  "too-few": ["min"],
  "unknown-field": [],
  repeated: [],
  empty: [],
  boolean: [],
  "whole-number": [],
  years: [],
  email: [],
  handle: [],
  id: [],
  "organization-id": [],
  tag: [],
  "time-zone": [],
  cursor: [],
  json: [],
  "null-character": [],
  picture: [],
  pixels: ["megapixels"],
  sdp: [],
  "room-token": [],
  "not-an-admin": ["account", "organization"],
  "already-a-host": [],
  "not-a-member": [],
  other: [],
} as const satisfies Record<string, readonly string[]>;

export type FieldCode = keyof typeof fieldCodes;

export type FieldError = {
  code: FieldCode;
  params: Record<string, string | number>;
  /** In English, to go on from the field's name: `must not be empty`. */
  message: string;
};
export type FieldErrors = Record<string, FieldError[]>;

/** The code's own parameters, and none where it has none. */
type ParamsOf<Code extends FieldCode> = (typeof fieldCodes)[Code] extends readonly []
  ? []
  : [params: Record<(typeof fieldCodes)[Code][number], string | number>];

export const fieldError = <Code extends FieldCode>(
  code: Code,
  message: string,
  ...params: ParamsOf<Code>
): FieldError => ({ code, params: params[0] ?? {}, message });

/** A field error as the message of a schema's check, since Zod carries nothing else to its issues. */
export const wrong = <Code extends FieldCode>(
  code: Code,
  message: string,
  ...params: ParamsOf<Code>
): string => JSON.stringify(fieldError(code, message, ...params));

/** What `wrong` wrote; null for a message that is Zod's own. */
export const readWrong = (message: string): FieldError | null =>
  message.startsWith("{") ? JSON.parse(message) : null;

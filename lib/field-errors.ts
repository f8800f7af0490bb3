/**
 * Every way a request field can be invalid, with the parameters its message may use. Clients branch
 * on the code; pages translate it (`problems.fields` in the catalogues).
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
  domain: [],
  cursor: [],
  json: [],
  "null-character": [],
  picture: [],
  pixels: ["megapixels"],
  opaque: [],
  colour: [],
  sdp: [],
  "room-token": [],
  "not-an-admin": ["account", "organization"],
  "already-a-host": [],
  "name-of-host": [],
  "not-a-member": [],
  successor: [],
  other: [],
} as const satisfies Record<string, readonly string[]>;

export type FieldCode = keyof typeof fieldCodes;

export type FieldError = {
  code: FieldCode;
  params: Record<string, string | number>;
  /** English, written to follow the field name: `must not be empty`. */
  message: string;
};
export type FieldErrors = Record<string, FieldError[]>;

/** The parameters of a code: none, or one object. */
type ParamsOf<Code extends FieldCode> = (typeof fieldCodes)[Code] extends readonly []
  ? []
  : [params: Record<(typeof fieldCodes)[Code][number], string | number>];

export const fieldError = <Code extends FieldCode>(
  code: Code,
  message: string,
  ...params: ParamsOf<Code>
): FieldError => ({ code, params: params[0] ?? {}, message });

/** Encodes a field error as a Zod check message, since Zod passes nothing else on to its issues. */
export const wrong = <Code extends FieldCode>(
  code: Code,
  message: string,
  ...params: ParamsOf<Code>
): string => JSON.stringify(fieldError(code, message, ...params));

/** Decodes a message written by `wrong`; null for Zod's own messages. */
export const readWrong = (message: string): FieldError | null =>
  message.startsWith("{") ? JSON.parse(message) : null;

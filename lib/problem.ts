import type { FieldError, FieldErrors } from "./field-errors";

/** Every way a request can fail. A code without a status does not compile. */
export const statusOf = {
  "invalid-request": 400,
  "not-signed-in": 401,
  "session-expired": 401,
  "wrong-credentials": 401,
  "invalid-signature": 401,
  "invalid-stream-key": 401,
  "invalid-room-token": 401,
  "not-allowed": 403,
  "missing-scope": 403,
  "cross-site-request": 403,
  "wrong-password": 403,
  "sign-in-again": 403,
  "account-suspended": 403,
  "sign-up-closed": 403,
  "sign-up-domain": 403,
  "guest-denied": 403,
  "guest-removed": 403,
  banned: 403,
  muted: 403,
  "livestream-not-found": 404,
  "account-not-found": 404,
  "guest-not-found": 404,
  "participant-not-found": 404,
  "message-not-found": 404,
  "report-not-found": 404,
  "picture-not-found": 404,
  "organization-not-found": 404,
  "invite-not-found": 404,
  "session-not-found": 404,
  "identity-not-found": 404,
  "api-key-not-found": 404,
  "stream-key-not-found": 404,
  "programme-link-not-found": 404,
  "sign-up-link-not-found": 404,
  "encoder-session-not-found": 404,
  "endpoint-not-found": 404,
  "method-not-allowed": 405,
  "email-taken": 409,
  "handle-taken": 409,
  "organization-taken": 409,
  "identity-taken": 409,
  "only-way-to-sign-in": 409,
  "no-email": 409,
  "unverified-email": 409,
  "last-owner": 409,
  "super-admin-stays": 409,
  "settings-changed": 409,
  "already-decided": 409,
  "livestream-not-live": 409,
  "livestream-ended": 409,
  "livestream-live": 409,
  "no-planned-start": 409,
  "show-not-over": 409,
  "waiting-room-full": 409,
  "not-on-stage": 409,
  "too-many-api-keys": 409,
  "too-many-stream-keys": 409,
  "too-many-sign-up-links": 409,
  "mail-not-set": 409,
  "reset-link-invalid": 410,
  "confirmation-link-invalid": 410,
  "sign-up-link-invalid": 410,
  "invite-expired": 410,
  "invite-revoked": 410,
  "invite-used-up": 410,
  "precondition-failed": 412,
  "body-too-large": 413,
  "unsupported-media-type": 415,
  "unknown-host": 421,
  "precondition-required": 428,
  "slow-mode": 429,
  "too-many-requests": 429,
  "internal-error": 500,
  "format-not-supported": 501,
  "database-unavailable": 503,
  "livekit-unavailable": 503,
} as const;

export type ProblemCode = keyof typeof statusOf;

/** Status names: from the contract's error tables where they list one, otherwise HTTP's. */
export const nameOfStatus = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  410: "Gone",
  412: "Precondition Failed",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  421: "Misdirected Request",
  428: "Precondition Required",
  429: "Too Many Requests",
  500: "Internal Server Error",
  501: "Not Implemented",
  503: "Service Unavailable",
} as const satisfies Record<(typeof statusOf)[ProblemCode], string>;

/** The body of every error response (RFC 9457). `detail` is one sentence for people. */
export type ProblemBody = {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail: string;
  /** The errors of each field, in sentences. */
  errors?: Record<string, string[]>;
  /** The same errors with codes for programs. */
  fieldErrors?: FieldErrors;
  retryAfterSeconds?: number;
  decidedBy?: string;
  /** Why an admin suspended the account. */
  reason?: string;
};

/** The one error type that use cases throw. The route wrapper turns it into a response. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly extra: Pick<ProblemBody, "fieldErrors" | "retryAfterSeconds" | "decidedBy" | "reason">;

  constructor(code: ProblemCode, detail: string, extra: Problem["extra"] = {}) {
    super(detail);
    this.name = "Problem";
    this.code = code;
    this.extra = extra;
  }

  /**
   * Matches by name: each bundle has its own copy of this class, and instances cross bundles
   * (lib/once.ts).
   */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === "Problem";
  }

  get status(): number {
    return statusOf[this.code];
  }

  toBody(): ProblemBody {
    const { fieldErrors } = this.extra;
    return {
      type: "about:blank",
      title: nameOfStatus[statusOf[this.code]],
      status: this.status,
      code: this.code,
      detail: this.message,
      ...(fieldErrors && { errors: sentencesOf(fieldErrors) }),
      ...this.extra,
    };
  }
}

const sentencesOf = (fieldErrors: FieldErrors): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(fieldErrors).map(([field, all]) => [field, all.map(({ message }) => message)]),
  );

/** A 400 for invalid fields. `detail` defaults to the first field error. */
export function invalidFields(fieldErrors: FieldErrors, detail?: string): Problem {
  const [first] = Object.entries(sentencesOf(fieldErrors));
  const named = first ? `${first[0]}: ${first[1][0]}.` : "The request is not valid.";
  return new Problem("invalid-request", detail ?? named, { fieldErrors });
}

export const invalidField = (field: string, error: FieldError): Problem =>
  invalidFields({ [field]: [error] });

export const invalidBody = (error: FieldError, what = "body"): Problem =>
  invalidFields({ body: [error] }, `The ${what} ${error.message}.`);

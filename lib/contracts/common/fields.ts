import { z } from "zod";
import { wrong } from "@/lib/field-errors";
import { nameMax, tagMax, tagsMax } from "./limits";

/** A livestream's public id; its LiveKit room has the same name. */
export const mint = z
  .string()
  .regex(/^[A-Za-z0-9]{6,64}$/, wrong("id", "must be a livestream's mint"));

export const accountId = z
  .string()
  .regex(/^u_[A-Za-z0-9]{8,40}$/, wrong("id", "must be an account's id"));

export const orgId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{1,62}$/, wrong("organization-id", "must be an organization's id"));

/**
 * `g_…` for a guest, `v_…` for a visible viewer, `c_…` for a chat visitor, `p_…` for a page of the
 * programme, or a host's account id.
 */
export const identity = z
  .string()
  .regex(/^[a-z]_[A-Za-z0-9]{8,40}$/, wrong("id", "must be a participant's identity"));

export const instant = z.iso.datetime({ offset: true });

const earliestMs = Date.parse("1970-01-01T00:00:00Z");
const latestMs = Date.parse("9999-01-01T00:00:00Z");

/** PostgreSQL reads the years 1 to 99 differently, and 9999 is already 10000 in some time zones. */
export const isUsualTime = (text: string): boolean => {
  const at = Date.parse(text);
  return earliestMs <= at && at < latestMs;
};

/** An instant in a request. */
export const givenInstant = instant.refine(
  isUsualTime,
  wrong("years", "must be between the years 1970 and 9998"),
);

/** A query's boolean: exactly `true` or `false`. */
export const queryBoolean = z
  .enum(["true", "false"], { error: wrong("boolean", "must be exactly true or false") })
  .transform((word) => word === "true");

/** A whole number in a query or path, of at most nine digits so that it fits every column. */
export const wholeNumber = (least: number, most = 999_999_999) =>
  z.coerce
    .string()
    .regex(/^\d{1,9}$/, wrong("whole-number", "must be a whole number"))
    .transform(Number)
    .pipe(z.int().min(least).max(most));

// Invisible characters (control, bidirectional, zero-width, fillers) make one name look like another.
// Joiners and variation selectors stay, because emoji and some scripts need them.
const invisible = /(?!\u200c|\u200d|\ufe0e|\ufe0f)[\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const seen = /[^\s\p{Default_Ignorable_Code_Point}]/u;

/**
 * More combining marks on one letter than any script uses (a Tibetan stack has seven), which spill
 * into the lines above and below.
 */
const piled = /(\p{M}{8})\p{M}+/gu;

const tooLong = (max: number) => wrong("too-long", `must have at most ${max} characters`, { max });

/** Text with at least one visible character. */
export const visible = z.string().regex(seen, wrong("empty", "must not be empty"));

/** One line of text, normalized: composed, trimmed, single-spaced, without invisible characters. */
export const line = (max: number) =>
  z
    .string()
    .max(max * 4, tooLong(max))
    .transform((raw) =>
      raw
        .normalize("NFC")
        .replace(/[\t-\r]/g, " ")
        .replace(invisible, "")
        .replace(piled, "$1")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .pipe(visible.max(max, tooLong(max)));

/** Several lines of text. Keeps single empty lines, folds longer gaps, drops control characters. */
export const paragraph = (max: number) =>
  z
    .string()
    .max(max * 4, tooLong(max))
    .transform((raw) =>
      raw
        .normalize("NFC")
        .replace(/\r\n?/g, "\n")
        .split("\n")
        .map((row) => row.replace(/\t/g, " ").replace(invisible, "").replace(piled, "$1").trimEnd())
        .join("\n")
        .replace(/\n{3,}/g, "\n\n")
        .trim(),
    )
    .pipe(z.string().max(max, tooLong(max)));

export const displayName = line(nameMax);

/** A tag to find a show by, lower-cased so that each tag has one spelling. */
const tag = line(tagMax)
  .transform((text) => text.toLowerCase())
  .pipe(
    z
      .string()
      .regex(
        /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} -]*$/u,
        wrong("tag", "must be letters, digits, spaces and hyphens"),
      ),
  );

/** A few tags, without duplicates. */
export const tags = z
  .array(tag)
  .max(tagsMax)
  .transform((given) => [...new Set(given)]);

/** An IANA time zone such as `Europe/Berlin`. An offset would be wrong for half of the year. */
export const timeZone = z
  .string()
  .max(64)
  .regex(/^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/, wrong("time-zone", "must be an IANA time zone name"))
  .refine(isKnownZone, wrong("time-zone", "must be an IANA time zone name"));

function isKnownZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

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

/** `g_…` of a guest, `v_…` of a visible viewer, or the account id of a host. */
export const identity = z
  .string()
  .regex(/^[a-z]_[A-Za-z0-9]{8,40}$/, wrong("id", "must be a participant's identity"));

export const instant = z.iso.datetime({ offset: true });

const earliestMs = Date.parse("1970-01-01T00:00:00Z");
const latestMs = Date.parse("9999-01-01T00:00:00Z");

/** Years 1 to 99 mean other ones to PostgreSQL, and 9999 is 10000 in some time zone. */
export const isUsualTime = (text: string): boolean => {
  const at = Date.parse(text);
  return earliestMs <= at && at < latestMs;
};

/** An instant that somebody gives. */
export const givenInstant = instant.refine(
  isUsualTime,
  wrong("years", "must be between the years 1970 and 9998"),
);

/** A query's boolean is exactly `true` or `false`; anything else is refused. */
export const queryBoolean = z
  .enum(["true", "false"], { error: wrong("boolean", "must be exactly true or false") })
  .transform((word) => word === "true");

/** A whole number in a query or a path, written in digits; nine of them fit every column. */
export const wholeNumber = (least: number, most = 999_999_999) =>
  z.coerce
    .string()
    .regex(/^\d{1,9}$/, wrong("whole-number", "must be a whole number"))
    .transform(Number)
    .pipe(z.int().min(least).max(most));

// What nobody sees (control, bidirectional, zero-width, fillers) lets one name look like another.
// Joiners and variation selectors stay: emoji and some scripts are made with them.
const invisible = /(?!\u200c|\u200d|\ufe0e|\ufe0f)[\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const seen = /[^\s\p{Default_Ignorable_Code_Point}]/u;

/**
 * More marks on one letter than any script sets (a Tibetan stack has seven) are there to reach into
 * the lines around it.
 */
const piled = /(\p{M}{8})\p{M}+/gu;

const tooLong = (max: number) => wrong("too-long", `must have at most ${max} characters`, { max });

/** Text of which something is to be seen. */
export const visible = z.string().regex(seen, wrong("empty", "must not be empty"));

/** One line of text as a person meant it: composed, trimmed, single-spaced, with nothing invisible. */
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

/** Text of several lines: one empty line between two stays, more fold; other control characters go. */
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

/** One word or a few to find a show by, lower-cased; what ranks as one tag is written in one way. */
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

/** A few tags, each once. */
export const tags = z
  .array(tag)
  .max(tagsMax)
  .transform((given) => [...new Set(given)]);

/** A zone by its IANA name, `Europe/Berlin`: an offset would be wrong for half of the year. */
export const timeZone = z
  .string()
  .max(64)
  .regex(/^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/, wrong("time-zone", "must be a time zone's name"))
  .refine(isKnownZone, wrong("time-zone", "must be a time zone's name"));

function isKnownZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

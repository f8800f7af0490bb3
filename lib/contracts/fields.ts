import { z } from "zod";
import { nameMax } from "./limits";

/** A livestream's public id; its LiveKit room has the same name. */
export const mint = z.string().regex(/^[A-Za-z0-9]{6,64}$/, "must be a livestream's mint");

export const accountId = z.string().regex(/^u_[A-Za-z0-9]{8,40}$/, "must be an account's id");

export const orgId = z.string().regex(/^[a-z0-9][a-z0-9_-]{1,62}$/, "must be an organization's id");

/** `g_…` of a guest, `v_…` of a visible viewer, or the account id of a host. */
export const identity = z
  .string()
  .regex(/^[a-z]_[A-Za-z0-9]{8,40}$/, "must be a participant's identity");

export const instant = z.iso.datetime({ offset: true });

/** A query's boolean is exactly `true` or `false`; anything else is refused. */
export const queryBoolean = z
  .enum(["true", "false"], { error: "must be exactly true or false" })
  .transform((word) => word === "true");

/** A whole number in a query or a path, written in digits; nine of them fit every column. */
export const wholeNumber = (least: number, most = 999_999_999) =>
  z.coerce
    .string()
    .regex(/^\d{1,9}$/, "must be a whole number")
    .transform(Number)
    .pipe(z.int().min(least).max(most));

// What nobody sees (control, bidirectional, zero-width, fillers) lets one name look like another.
// Joiners and variation selectors stay: emoji and some scripts are made with them.
const invisible = /(?!\u200c|\u200d|\ufe0e|\ufe0f)[\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const seen = /[^\s\p{Default_Ignorable_Code_Point}]/u;

/** Text of which something is to be seen. */
export const visible = z.string().regex(seen, "must not be empty");

/** One line of text as a person meant it: composed, trimmed, single-spaced, with nothing invisible. */
export const line = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform((raw) =>
      raw
        .normalize("NFC")
        .replace(/[\t-\r]/g, " ")
        .replace(invisible, "")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .pipe(visible.max(max, `must have at most ${max} characters`));

/** Text of several lines; line breaks stay, other control characters go. */
export const paragraph = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform((raw) =>
      raw
        .normalize("NFC")
        .replace(/\r\n?/g, "\n")
        .split("\n")
        .map((row) => row.replace(/\t/g, " ").replace(invisible, "").trimEnd())
        .join("\n")
        .trim(),
    )
    .pipe(z.string().max(max, `must have at most ${max} characters`));

export const displayName = line(nameMax);

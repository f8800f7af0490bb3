import { z } from "zod";
import { nameMax } from "./limits";

/** A livestream's public id; its LiveKit room has the same name. */
export const mint = z.string().regex(/^[A-Za-z0-9]{6,64}$/, "must be a livestream's mint");

export const accountId = z.string().regex(/^u_[A-Za-z0-9]{8,40}$/, "must be an account's id");

/** `g_…` of a guest, `v_…` of a visible viewer, or the account id of a host. */
export const identity = z
  .string()
  .regex(/^[a-z]_[A-Za-z0-9]{8,40}$/, "must be a participant's identity");

export const instant = z.iso.datetime({ offset: true });

/** A query's boolean is exactly `true` or `false`; anything else is refused. */
export const queryBoolean = z
  .enum(["true", "false"], { error: "must be exactly true or false" })
  .transform((word) => word === "true");

// Control, bidirectional and zero-width characters let one name look like another; a zero-width
// joiner stays, emoji are made with it.
const invisible = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** One line of text as a person meant it: composed, trimmed, single-spaced, with nothing invisible. */
export const line = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform((raw) => raw.normalize("NFC").replace(/\s+/g, " ").replace(invisible, "").trim())
    .pipe(z.string().min(1, "must not be empty").max(max, `must have at most ${max} characters`));

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

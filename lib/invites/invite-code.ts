import "server-only";
import { createHmac, hkdfSync } from "node:crypto";
import { env } from "@/lib/env";

/** Crockford's base32 in lower case: no i, l, o or u, because links are read aloud and typed. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
/** 13 of 32 characters carry 65 bits. */
const length = 13;
const written = new RegExp(`^[${alphabet}]{${length}}$`);

/** A key of its own, since the invite key itself encrypts tokens. */
const key = () =>
  Buffer.from(
    hkdfSync("sha256", Buffer.from(env().inviteKey, "base64url"), "", "greenroom invite codes", 32),
  );

const mac = (text: string) => createHmac("sha256", key()).update(text).digest();

/** The code of an invite's short link. Derived, so that it can be shown again without being stored. */
export const inviteCode = (jti: string): string =>
  [...mac(`code of ${jti}`).subarray(0, length)].map((byte) => alphabet[byte % 32]).join("");

/** What is stored to find an invite by its code: worthless without the key. */
export const codeDigest = (code: string): string => mac(`digest of ${code}`).toString("base64url");

export const isInviteCode = (text: string): boolean => written.test(text);

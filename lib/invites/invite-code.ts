import "server-only";
import { createHmac, hkdfSync } from "node:crypto";
import { bothKeys } from "@/lib/either-key";
import { env } from "@/lib/env";

/** Crockford's base32 in lower case: no i, l, o or u, because links are read aloud and typed. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
/** 13 of 32 characters carry 65 bits. */
const length = 13;
const written = new RegExp(`^[${alphabet}]{${length}}$`);

/** A key of its own, since the invite key itself encrypts tokens. */
const codeKey = (inviteKey: string) =>
  Buffer.from(
    hkdfSync("sha256", Buffer.from(inviteKey, "base64url"), "", "greenroom invite codes", 32),
  );

const mac = (text: string, inviteKey: string) =>
  createHmac("sha256", codeKey(inviteKey)).update(text).digest();

/** The code of an invite's short link. Derived, so that it can be shown again without being stored. */
export const inviteCode = (jti: string, key = env().inviteKey): string =>
  [...mac(`code of ${jti}`, key).subarray(0, length)].map((byte) => alphabet[byte % 32]).join("");

/** What is stored to find an invite by its code: worthless without the key. */
export const codeDigest = (code: string, key = env().inviteKey): string =>
  mac(`digest of ${code}`, key).toString("base64url");

const keys = () => bothKeys(env().inviteKey, env().secondInviteKey);

/** What may be stored for this code, while two keys are valid. */
export const codeDigests = (code: string): string[] => keys().map((key) => codeDigest(code, key));

/** The code that was handed out for this invite; null if its key is no longer valid. */
export function codeHandedOut(jti: string, digest: string): string | null {
  const codes = keys().map((key) => ({ code: inviteCode(jti, key), key }));
  return codes.find(({ code, key }) => codeDigest(code, key) === digest)?.code ?? null;
}

export const isInviteCode = (text: string): boolean => written.test(text);

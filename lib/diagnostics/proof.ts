import "server-only";
import { createHmac } from "node:crypto";
import { env } from "@/lib/env";

const wellFormed = /^[\w-]{16,64}$/;

/**
 * Proves to a caller with the same secret that this installation answered, whichever of its processes
 * it was.
 *
 * @returns null if the challenge is missing or malformed
 */
export function proofFor(challenge: string | null): string | null {
  if (!challenge || !wellFormed.test(challenge)) return null;
  return createHmac("sha256", env().sessionSecret)
    .update(`greenroom installation ${challenge}`)
    .digest("base64url");
}

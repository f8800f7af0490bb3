import "server-only";
import { timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";
import { hashSecret } from "@/lib/secrets";

/** Whether this is the code in the URL that `npm start` prints until there is a super admin. */
export function isFounderCode(code: string): boolean {
  const { founderCode } = env();
  if (founderCode === null) return false;
  return timingSafeEqual(Buffer.from(hashSecret(code)), Buffer.from(hashSecret(founderCode)));
}

import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { opaqueString } from "@/lib/contracts/accounts/auth";
import { once } from "@/lib/once";

// OWASP's second profile for argon2id (the library's default algorithm): 19 MiB, two passes.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string) => hash(opaqueString(password), cost);

/**
 * Checks a password. `as-typed` matches a hash from before passwords were normalised, which should
 * be replaced. Without a hash (no such account) it does the same work and returns `no`, so that
 * response times do not reveal which email addresses have an account.
 */
export async function passwordFit(
  stored: string | null,
  typed: string,
): Promise<"no" | "yes" | "as-typed"> {
  const decoy = await once("decoy-password", () => hashPassword("nobody has this password"));
  const known = stored ?? decoy;
  const normalised = opaqueString(typed);
  const fits = await verify(known, normalised);
  const fitsTyped = !fits && typed !== normalised && (await verify(known, typed));
  if (stored === null) return "no";
  if (fits) return "yes";
  return fitsTyped ? "as-typed" : "no";
}

import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { once } from "@/lib/once";

// OWASP's second profile for argon2id (the library's default algorithm): 19 MiB, two passes.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string) => hash(password, cost);

/**
 * Whether the password fits. With no hash (no such account) it does the same work and says no, so
 * that the time of an answer does not tell which e-mail addresses have an account.
 */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  const decoy = await once("decoy-password", () => hashPassword("nobody has this password"));
  const fits = await verify(stored ?? decoy, password);
  return stored !== null && fits;
}

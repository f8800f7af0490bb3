import "server-only";
import { giveBack, limit } from "@/lib/limits";
import { Problem } from "@/lib/problem";

/**
 * Counts a sign-up for an address: bursts, and e-mail addresses that have an account already, but not
 * people, since a whole class may come from one address.
 */
export async function limitSignUp<T>(address: string, signUp: () => Promise<T>): Promise<T> {
  await limit("sign-up-by-address", address);
  // Counted before it is known how it ends, so that many at once learn no more than one by one.
  await limit("sign-up-taken-by-address", address);
  try {
    const made = await signUp();
    await giveBack("sign-up-taken-by-address", address);
    return made;
  } catch (error) {
    const taken = error instanceof Problem && error.code === "email-taken";
    if (!taken) await giveBack("sign-up-taken-by-address", address);
    throw error;
  }
}

import "server-only";
import { giveBack, limit } from "@/lib/limits";
import { Problem } from "@/lib/problem";

/**
 * Rate-limits sign-ups by address: bursts, and email addresses that already have an account.
 * Ordinary sign-ups are not limited further, since a whole class may share one address.
 */
export async function limitSignUp<T>(address: string, signUp: () => Promise<T>): Promise<T> {
  await limit("sign-up-by-address", address);
  return limitTakenEmails(address, signUp);
}

/** Rate-limits finding out by address which email addresses have an account. */
export async function limitTakenEmails<T>(address: string, claim: () => Promise<T>): Promise<T> {
  // Counted before the outcome is known, so that parallel attempts learn no more than sequential
  // ones.
  await limit("sign-up-taken-by-address", address);
  try {
    const made = await claim();
    await giveBack("sign-up-taken-by-address", address);
    return made;
  } catch (error) {
    const taken = error instanceof Problem && error.code === "email-taken";
    if (!taken) await giveBack("sign-up-taken-by-address", address);
    throw error;
  }
}

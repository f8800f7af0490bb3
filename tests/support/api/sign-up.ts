import type { z } from "zod";
import { type Profile, signUp } from "@/lib/contracts/accounts/auth";
import { Client } from "./client";

/** Signs up where no mail is set: the account exists at once. */
export async function signedUp(
  body: z.input<typeof signUp.body>,
  caller = new Client(),
): Promise<Profile> {
  const { profile } = await caller.ok(signUp, { body });
  if (!profile) throw new Error("the account does not exist yet");
  return profile;
}

import { randomBytes } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import { login, type Profile } from "@/lib/contracts/accounts/auth";
import { Client } from "../api/client";
import { signInByPage } from "../api/pages";
import { server } from "../api/server";
import { signedUp } from "../api/sign-up";

export type Account = Profile & { password: string; api: Client };

/** A word that no other test uses, valid in a handle. */
export const unique = (stem: string) => `${stem}_${randomBytes(5).toString("hex")}`;

export async function makeAccount(name: string): Promise<Account> {
  const handle = unique("b");
  const email = `${handle}@example.org`;
  const password = `pass ${handle}`;
  const profile = await signedUp({ email, handle, name, password });
  const { token } = await new Client().ok(login, { body: { email, password } });
  return { ...profile, password, api: new Client(token) };
}

/** Signs a browser in without the form, as if it had signed in before. */
export async function signInContext(
  context: BrowserContext,
  account: Pick<Account, "email" | "password">,
): Promise<void> {
  const { browser } = await signInByPage(account);
  await context.addCookies(
    [...browser.cookies].map(([name, value]) => ({ name, value, url: server.url })),
  );
}

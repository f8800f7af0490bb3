import "server-only";
import { emailBucket } from "@/lib/accounts/email-bucket";
import { hasAccount } from "@/lib/accounts/find-account";
import { handleTaken, isHandleFree } from "@/lib/accounts/former-handles";
import { hashPassword } from "@/lib/accounts/passwords";
import type { Context } from "@/lib/context";
import { pendingSignUps } from "@/lib/db/schema/accounts";
import { env } from "@/lib/env";
import { limit } from "@/lib/limits";
import { mailIn } from "@/lib/mail/mail-words";
import { sendMailLater } from "@/lib/mail/send-mail";
import { hashSecret, newSecret } from "@/lib/secrets";
import type { Locale } from "@/lib/words/locales";

type Wanted = {
  email: string;
  handle: string;
  name: string;
  password: string;
  address: string;
  locale: Locale;
  signUpLink?: string;
};

const lifeMs = 24 * 3_600_000;

/**
 * Stores a sign-up and mails a link that finishes it. If the address already has an account, its owner
 * is told instead. Until the answer, both do the same work. The stored sign-up reserves no handle: if it
 * did, a second sign-up could find out whether the first one's address was free.
 */
export async function mailSignUp(
  { db, now }: Pick<Context, "db" | "now">,
  { email, handle, name, password, address, locale, signUpLink }: Wanted,
): Promise<void> {
  if (!(await isHandleFree(db, handle))) throw handleTaken();
  await limit("mail-by-address", address);
  await limit("mail", `sign-up ${emailBucket(email)}`);
  const secret = newSecret();
  const pending = {
    handle,
    name,
    // Also when it replaces an earlier sign-up that had one.
    signUpLink: signUpLink ?? null,
    passwordHash: await hashPassword(password),
    hash: hashSecret(secret),
    expiresAt: new Date(now().getTime() + lifeMs),
  };
  await db
    .insert(pendingSignUps)
    .values({ email, ...pending })
    .onConflictDoUpdate({ target: pendingSignUps.email, set: pending });
  sendMailLater("a link that finishes a sign-up", async () => {
    if (await hasAccount(db, email)) return mailIn({ to: email, locale, what: "already" });
    const url = `${env().publicUrl}/finish-sign-up#${secret}`;
    return mailIn({ to: email, locale, what: "sign-up", url });
  });
}

import "server-only";
import { eq } from "drizzle-orm";
import { emailBucket } from "@/lib/accounts/email-bucket";
import type { Context } from "@/lib/context";
import { accounts } from "@/lib/db/schema/accounts";
import { limit } from "@/lib/limits";
import { mailIn } from "@/lib/mail/mail-words";
import { requireMail, sendMailLater } from "@/lib/mail/send-mail";
import type { Locale } from "@/lib/words/locales";
import { replaceResetLink } from "./create-reset-link";

type Forgotten = { email: string; address: string; locale: Locale };

/**
 * Mails a reset link to the owner of an account. Nothing that depends on whether the account exists is
 * done before the answer, so that neither the answer nor its time shows it.
 */
export async function mailResetLink(
  { db, now }: Pick<Context, "db" | "now">,
  { email, address, locale }: Forgotten,
): Promise<void> {
  requireMail();
  await limit("mail-by-address", address);
  await limit("mail", `reset ${emailBucket(email)}`);
  sendMailLater("a reset link", async () => {
    const made = await db.transaction(async (tx) => {
      const [owner] = await tx
        .select({ id: accounts.id, handle: accounts.handle })
        .from(accounts)
        .where(eq(accounts.email, email))
        .for("share");
      return owner && { owner, link: await replaceResetLink({ db: tx, now }, owner.id) };
    });
    if (!made) return null;
    const { owner, link } = made;
    return mailIn({ to: email, locale, what: "reset", url: link.url, handle: owner.handle });
  });
}

import "server-only";
import type { Locale } from "@/lib/words/locales";
import { mailIn } from "./mail-words";
import { sendMailNow } from "./send-mail";

/**
 * Sends a short mail that shows the settings work.
 *
 * @throws Problem `mail-not-set`, or MailFailure with the mail server's answer
 */
export const sendTestMail = async (to: string, locale: Locale = "en"): Promise<void> =>
  sendMailNow(await mailIn({ to, locale, what: "test" }));

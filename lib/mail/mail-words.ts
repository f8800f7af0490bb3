import "server-only";
import { createTranslator } from "next-intl";
import { env } from "@/lib/env";
import { catalogues } from "@/lib/words/catalogues";
import type { Locale } from "@/lib/words/locales";
import type { Mail } from "./send-mail";

type Wanted = {
  to: string;
  locale: Locale;
  what: "reset" | "sign-up" | "already" | "new-email" | "email-changed" | "test";
  url?: string;
  handle?: string;
};

/**
 * A mail in the reader's language. It quotes nothing that anyone can write freely, such as a name, so
 * that no one can send their own words through this server.
 */
export function mailIn({ to, locale, what, url = "", handle = "" }: Wanted): Mail {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: "mail" });
  const server = env().publicUrl;
  const paragraphs = [t(`${what}.text`, { url, handle, server }), t("footer", { server })];
  return { to, subject: t(`${what}.subject`), text: `${paragraphs.join("\n\n")}\n` };
}

import "server-only";
import { createTranslator } from "next-intl";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { readInstallation } from "@/lib/installation/read-installation";
import { catalogues } from "@/lib/words/catalogues";
import { isolated } from "@/lib/words/isolated";
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
export async function mailIn(wanted: Wanted): Promise<Mail> {
  const { to, locale, what, url = "", handle = "" } = wanted;
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: "mail" });
  const server = env().publicUrl;
  // Not the copy in memory: a command must not start to listen for changes.
  const { name } = await readInstallation(db());
  const footer = t("footer", { name: isolated(name), server });
  const paragraphs = [t(`${what}.text`, { url, handle, server }), footer];
  return { to, subject: t(`${what}.subject`), text: `${paragraphs.join("\n\n")}\n` };
}

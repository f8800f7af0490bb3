import "server-only";
import type { Account } from "@/lib/accounts/account";
import { isFounded } from "@/lib/accounts/is-founded";
import { limitSignUp } from "@/lib/accounts/limit-sign-up";
import type { Context } from "@/lib/context";
import { isMailSet } from "@/lib/mail/send-mail";
import { hashSecret } from "@/lib/secrets";
import type { Locale } from "@/lib/words/locales";
import { requireAdmission } from "./admission";
import { mailSignUp } from "./mail-sign-up";
import { mayFound, type NewAccount, signUp } from "./sign-up";

type Asked = Omit<NewAccount, "signUpLink"> & {
  password: string;
  address: string;
  locale: Locale;
  /** The secret in an admin's link. */
  link?: string;
};

/**
 * Signs up: at once, or where mail is set once the link mailed to the address is opened.
 * @returns the account; null if the link has to be opened first
 */
export function beginSignUp(
  context: Pick<Context, "db" | "now">,
  { address, locale, link, ...given }: Asked,
): Promise<Account | null> {
  const wanted = { ...given, signUpLink: link && hashSecret(link) };
  return limitSignUp(address, async () => {
    if (!isMailSet() || (await isOperators(context, wanted))) return signUp(context, wanted);
    await requireAdmission(context.db, wanted);
    await mailSignUp(context, { ...wanted, address, locale });
    return null;
  });
}

/** The founder, or a program on this machine. Strangers can be neither, so they learn nothing from it. */
async function isOperators(context: Pick<Context, "db">, wanted: NewAccount): Promise<boolean> {
  if (wanted.ordinary) return wanted.fromThisMachine ?? false;
  return !(await isFounded(context)) && mayFound(wanted);
}

import "server-only";
import type { User } from "next-auth";
import { appContext } from "@/lib/context";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { Problem } from "@/lib/problem";
import { linkIdentity } from "./linked-identity";
import type { Claims } from "./provider";
import { identityOf, signInWithProvider } from "./sign-in-with-provider";

/** `address` is what sign-ins are rate-limited by. */
export type SignInRequest = {
  address: string;
  userAgent: string | null;
  /** The browser's session, which may be linking its account with the provider. */
  sessionId: string | null;
  /** Where to continue after the sign-in, for a refusal on the way. */
  next: string;
};

/**
 * What happens to someone whom the provider sends back: their account is linked, or they are signed in.
 *
 * @returns true to start the page's session, otherwise the page to show instead
 */
export async function comeFromProvider(
  user: User,
  claims: Claims,
  { sessionId, next, ...from }: SignInRequest,
): Promise<true | string> {
  try {
    const linked = sessionId && (await linkIdentity(appContext(), sessionId, identityOf(claims)));
    if (linked) return `${env().publicUrl}/account#linked-identity`;
    const session = await signInWithProvider(appContext(), claims, from);
    Object.assign(user, { id: session.accountId, sid: session.id });
    return true;
  } catch (error) {
    const isRefusal = error instanceof Problem;
    if (!isRefusal) log.error("a sign-in with the provider failed", error);
    const reason = isRefusal ? error.code : "failed";
    return `${env().publicUrl}/sign-in?${new URLSearchParams({ error: reason, next })}`;
  }
}

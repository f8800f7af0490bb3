import "server-only";
import { type ProviderError, providerErrors } from "@/lib/contracts/common/provider";
import { type ProblemCode, statusOf } from "@/lib/problem";

/** next-auth's names. `Callback` is the provider's own refusal, `OAuthCallback` a failed check. */
const names = new Map<string, ProviderError>([
  ["OAuthSignin", "unavailable"],
  ["Callback", "refused"],
  ["OAuthCallback", "failed"],
]);

/** A rule of this server that a new account would break. Their texts need no parameters. */
const isRefusal = (text: string): text is ProblemCode =>
  Object.hasOwn(statusOf, text) && [403, 409].includes(statusOf[text as ProblemCode]);

/** What a page's `error` parameter says; null if it says nothing about a provider. */
export function providerErrorOf(error: unknown): ProviderError | ProblemCode | null {
  const text = String(error);
  const own = names.get(text) ?? providerErrors.find((known) => known === text);
  return own ?? (isRefusal(text) ? text : null);
}

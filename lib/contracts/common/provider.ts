// Plain values, which pages use without the schema library.

/** next-auth's id of the OpenID Connect provider, also in its callback URL. */
export const providerId = "oidc";

/**
 * Why a sign-in with the provider did not work, as the pages' `error` parameter has it.
 * `unavailable`: it did not answer. `refused`: it, or the person there, said no.
 */
export const providerErrors = [
  ...["unavailable", "refused", "failed", "no-email", "unverified-email"],
  ...["email-taken", "identity-taken", "too-many-requests", "account-suspended"],
  ...["sign-up-closed", "sign-up-domain"],
] as const;
export type ProviderError = (typeof providerErrors)[number];

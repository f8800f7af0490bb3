/**
 * Who can sign up: everyone, holders of a sign-up link, email addresses of some domains, or nobody. A
 * sign-up link works in every mode.
 */
export const signUpModes = ["open", "links", "domains", "closed"] as const;
export type SignUpMode = (typeof signUpModes)[number];

import { expect, test } from "vitest";
import { providerErrorOf } from "@/lib/auth/provider-error";

test.each([
  ["OAuthSignin", "unavailable"],
  ["Callback", "refused"],
  ["OAuthCallback", "failed"],
  ["email-taken", "email-taken"],
  ["account-suspended", "account-suspended"],
  ["not-allowed", "not-allowed"],
])("next-auth's %s and the server's own refusals are shown as %s", (given, shown) => {
  expect(providerErrorOf(given)).toBe(shown);
});

test.each([undefined, ["Callback", "x"], "", "constructor", "__proto__", "slow-mode", "nonsense"])(
  "anything else that a URL may say shows nothing: %j",
  (given) => expect(providerErrorOf(given)).toBeNull(),
);

import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { instant } from "@/lib/contracts/common/fields";
import { currentPassword, handle, newPassword } from "./auth";

export const changePassword = endpoint({
  method: "PUT",
  path: "/auth/password",
  summary:
    "Change your password. Your other sessions end. This one and your API keys keep working. An account that " +
    "has no password yet sets its first one without `currentPassword`, within 15 minutes of signing in.",
  access: "person",
  scope: null,
  body: z.object({
    currentPassword: currentPassword.optional(),
    password: newPassword,
  }),
  response: z.object({ changed: z.literal(true) }),
  errors: ["wrong-password", "sign-in-again", "too-many-requests"],
  example: {
    body: { currentPassword: "the engine weaves", password: "algebraical patterns" },
    response: { changed: true },
  },
});

export const createResetLink = endpoint({
  method: "POST",
  path: "/accounts/{handle}/password-reset",
  summary:
    "Create a link that sets a new password for an account. For admins of this installation; only the super " +
    "admin can reset an admin's password. The link works once, expires after an hour, and replaces any earlier one.",
  access: "person",
  scope: null,
  status: 201,
  params: z.object({ handle }),
  response: z.object({
    /** The secret is in the fragment, which browsers do not send to servers. */
    url: z.string(),
    expiresAt: instant,
  }),
  errors: ["not-allowed", "account-not-found"],
  example: {
    params: { handle: sample.person.handle },
    response: {
      url: "https://greenroom.example.com/reset-password#Qm9Yc2VkIGJ5IGEgdGVzdCwgbm90IGEga2V5LCB4x4Qk",
      expiresAt: sample.later,
    },
  },
});

export const resetPassword = endpoint({
  method: "POST",
  path: "/auth/reset-password",
  summary:
    "Set a new password with the secret of a reset link. The link stops working and all sessions of the " +
    "account end. Its API keys keep working.",
  access: "public",
  scope: null,
  ownPagesOnly: true,
  body: z.object({ token: z.string().max(100), password: newPassword }),
  response: z.object({
    /** The account's email address, to sign in with. */
    email: z.string(),
  }),
  errors: ["reset-link-invalid", "too-many-requests"],
  example: {
    body: {
      token: "Qm9Yc2VkIGJ5IGEgdGVzdCwgbm90IGEga2V5LCB4x4Qk",
      password: "algebraical patterns",
    },
    response: { email: sample.profile.email },
  },
});

import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { admissionErrors, currentPassword, email, handle, profile } from "./auth";

/** The secret in a link's fragment. */
const token = z.string().max(100);
const exampleToken = "Qm9Yc2VkIGJ5IGEgdGVzdCwgbm90IGEga2V5LCB4x4Qk";

export const checkLink = endpoint({
  method: "POST",
  path: "/auth/link-check",
  summary: "Check whether a one-time link still works, without using it.",
  access: "public",
  scope: null,
  ownPagesOnly: true,
  body: z.object({
    /** The page that the link leads to. */
    kind: z.enum(["reset-password", "finish-sign-up", "confirm-email", "sign-up"]),
    token,
  }),
  response: z.object({ works: z.boolean() }),
  errors: ["too-many-requests"],
  example: { body: { kind: "reset-password", token: exampleToken }, response: { works: true } },
});
export type LinkKind = z.input<(typeof checkLink)["body"]>["kind"];

export const forgotPassword = endpoint({
  method: "POST",
  path: "/auth/forgot-password",
  summary:
    "Mail a reset link to the owner of an account. The response is the same whether or not there is one.",
  access: "public",
  scope: null,
  ownPagesOnly: true,
  status: 202,
  body: z.object({ email }),
  response: z.object({ accepted: z.literal(true) }),
  errors: ["mail-not-set", "too-many-requests"],
  example: { body: { email: "ada@example.com" }, response: { accepted: true } },
});

export const finishSignUp = endpoint({
  method: "POST",
  path: "/auth/finish-sign-up",
  summary:
    "Create the account of a sign-up with the secret of the mailed link and the password of the sign-up. The " +
    "link works once and expires after a day.",
  access: "public",
  scope: null,
  ownPagesOnly: true,
  status: 201,
  body: z.object({
    token,
    password: currentPassword,
    /** Another handle, if someone has taken the one of the sign-up. */
    handle: handle.optional(),
  }),
  response: z.object({ profile }),
  errors: [
    "confirmation-link-invalid",
    "wrong-password",
    "email-taken",
    "handle-taken",
    "too-many-requests",
    ...admissionErrors,
  ],
  example: {
    body: { token: exampleToken, password: "the engine weaves" },
    response: { profile: sample.profile },
  },
});

export const confirmEmail = endpoint({
  method: "POST",
  path: "/auth/confirm-email",
  summary:
    "Change an account's email address with the secret of the link mailed to the new one. The link works once " +
    "and expires after a day. The previous address is notified.",
  access: "public",
  scope: null,
  ownPagesOnly: true,
  body: z.object({ token }),
  response: z.object({
    /** The account's new email address, to sign in with. */
    email: z.string(),
  }),
  errors: ["confirmation-link-invalid", "email-taken", "too-many-requests"],
  example: { body: { token: exampleToken }, response: { email: "ada@example.org" } },
});

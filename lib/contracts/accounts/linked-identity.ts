import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { instant } from "@/lib/contracts/common/fields";
import { currentPassword } from "./auth";

export const waysToSignIn = z.object({
  hasPassword: z.boolean(),
  /** The name of this server's OpenID Connect provider; null without one. */
  provider: z.string().nullable(),
  /** Since when the account is linked with that provider; null if it is not. */
  linkedAt: instant.nullable(),
});
export type WaysToSignIn = z.infer<typeof waysToSignIn>;

export const readWaysToSignIn = endpoint({
  method: "GET",
  path: "/auth/linked-identity",
  summary:
    "Get your ways to sign in: with a password, and with this server's OpenID Connect provider.",
  access: "person",
  scope: null,
  response: waysToSignIn,
  errors: [],
  example: { response: { hasPassword: true, provider: "Example ID", linkedAt: sample.at } },
});

export const allowLinking = endpoint({
  method: "POST",
  path: "/auth/linked-identity",
  summary:
    "Allow this session to link your account with the provider. The next sign-in with the provider in this " +
    "browser, within 15 minutes, links it.",
  access: "person",
  scope: null,
  body: z.object({ currentPassword }),
  response: z.object({ until: instant }),
  errors: ["wrong-password", "too-many-requests"],
  example: {
    body: { currentPassword: "the engine weaves" },
    response: { until: sample.later },
  },
});

export const unlinkIdentity = endpoint({
  method: "DELETE",
  path: "/auth/linked-identity",
  summary:
    "Unlink your account from the provider. Your other sessions end. Refused if you have no password to sign in with.",
  access: "person",
  scope: null,
  response: z.object({ unlinked: z.literal(true) }),
  errors: ["identity-not-found", "only-way-to-sign-in"],
  example: { response: { unlinked: true } },
});

import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { displayName } from "@/lib/contracts/common/fields";
import { currentPassword, email, handle, profile } from "./auth";

export const editProfile = endpoint({
  method: "PATCH",
  path: "/auth/my-profile",
  summary:
    "Change your name or your handle. The ID of your own organization changes with the handle. The old " +
    "handle still leads to you, and no one else can take it.",
  access: "person",
  scope: null,
  body: z.object({ name: displayName.optional(), handle: handle.optional() }),
  response: profile,
  errors: ["handle-taken", "too-many-requests"],
  example: {
    body: { name: "Ada King" },
    response: { ...sample.profile, name: "Ada King" },
  },
});

export const changeEmail = endpoint({
  method: "PUT",
  path: "/auth/email",
  summary:
    "Change the email address you sign in with. If this server sends email, the response is a 202 with the " +
    "profile as it was: the link mailed to the new address leads to `POST /auth/confirm-email`.",
  access: "person",
  scope: null,
  otherStatus: 202,
  body: z.object({ email, currentPassword }),
  response: profile,
  errors: ["wrong-password", "email-taken", "too-many-requests"],
  example: {
    body: { email: "ada@example.org", currentPassword: "the engine weaves" },
    response: { ...sample.profile, email: "ada@example.org" },
  },
});

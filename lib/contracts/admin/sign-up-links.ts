import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { instant, line } from "@/lib/contracts/common/fields";
import { inviteLabelMax, signUpLinkDays, signUpLinkUses } from "@/lib/contracts/common/limits";
import { wrong } from "@/lib/field-errors";

const signUpLink = z
  .object({
    id: z.string(),
    /** A note for the admins. */
    label: z.string(),
    uses: z.int(),
    maxUses: z.int(),
    expiresAt: instant,
    createdAt: instant,
    /** The name of the admin. */
    createdBy: z.string(),
    /** False once it is used up, and while the account that created it is suspended or no admin. */
    works: z.boolean(),
  })
  .meta({ id: "SignUpLink" });
export type SignUpLink = z.infer<typeof signUpLink>;

const example: SignUpLink = {
  id: sample.jti,
  label: "New colleagues",
  uses: 0,
  maxUses: 5,
  expiresAt: sample.later,
  createdAt: sample.at,
  createdBy: sample.person.name,
  works: true,
};
const url = "https://live.example.com/sign-up#Qm9Yc2VkIGJ5IGEgdGVzdCwgbm90IGEga2V5LCB4eQ";

export const createSignUpLink = endpoint({
  method: "POST",
  path: "/installation/sign-up-links",
  summary:
    "Create a link to sign up with while sign-up is not open. The response is the only one with the link; the secret " +
    "is in its fragment. It works as long as its creator is an admin. At most 200 can be unexpired.",
  access: "admin",
  scope: null,
  status: 201,
  body: z.object({
    label: line(inviteLabelMax),
    maxUses: z.int().min(signUpLinkUses.min).max(signUpLinkUses.max).default(1),
    validDays: z.int().min(signUpLinkDays.min).max(signUpLinkDays.max).default(7),
  }),
  response: signUpLink.extend({ url: z.url() }),
  errors: ["too-many-requests", "too-many-sign-up-links"],
  example: {
    body: { label: "New colleagues", maxUses: 5 },
    response: { ...example, url },
  },
});

export const listSignUpLinks = endpoint({
  method: "GET",
  path: "/installation/sign-up-links",
  summary: "List the sign-up links that have not expired, newest first.",
  access: "admin",
  scope: null,
  response: z.object({ signUpLinks: z.array(signUpLink) }),
  errors: [],
  example: { response: { signUpLinks: [example] } },
});

export const revokeSignUpLink = endpoint({
  method: "DELETE",
  path: "/installation/sign-up-links/{id}",
  summary: "Revoke a sign-up link. Accounts that were created with it stay.",
  access: "admin",
  scope: null,
  params: z.object({
    id: z.string().regex(/^[A-Za-z0-9]{1,64}$/, wrong("id", "must be a sign-up link's id")),
  }),
  response: z.object({ revoked: z.literal(true) }),
  errors: ["sign-up-link-not-found"],
  example: { params: { id: sample.jti }, response: { revoked: true } },
});

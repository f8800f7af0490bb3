import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { accountId, displayName, instant } from "@/lib/contracts/common/fields";
import { passwordMax, passwordMin } from "@/lib/contracts/common/limits";
import { wrong } from "@/lib/field-errors";
import type { ProblemCode } from "@/lib/problem";

export const handle = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^[a-z0-9](?:[a-z0-9_]{1,28})[a-z0-9]$/,
    wrong(
      "handle",
      "must be 3 to 30 letters, digits or underscores, and not start or end with one",
    ),
  );

export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email(wrong("email", "must be a valid email address")));

/**
 * A password as it is hashed (OpaqueString, RFC 8265 4.2): composed, with plain spaces. Some keyboards
 * type é as one character, others as two. Not NFKC: it expands a single ligature to eighteen
 * characters, so a short password would count as a long one.
 */
export const opaqueString = (typed: string): string =>
  typed.replace(/\p{Zs}/gu, " ").normalize("NFC");

const characters = (text: string) => [...text].length;

const tooShort = wrong("too-short", `must have at least ${passwordMin} characters`, {
  min: passwordMin,
});
const tooLong = wrong("too-long", `must have at most ${passwordMax} characters`, {
  max: passwordMax,
});

/** A decomposed password can have several characters for each one that counts. */
export const typedPassword = z.string().max(4 * passwordMax, tooLong);

export const currentPassword = typedPassword.min(1, wrong("empty", "must not be empty"));

// Argon2id hashes the whole password. The limit keeps one request from costing a second of CPU.
export const newPassword = typedPassword
  .transform(opaqueString)
  .refine((text) => characters(text) >= passwordMin, tooShort)
  .refine((text) => characters(text) <= passwordMax, tooLong);

export const profile = z
  .object({
    id: accountId,
    handle: z.string(),
    name: z.string(),
    /** An image path on this server; null without a picture. */
    picture: z.string().nullable(),
    email: z.string(),
    role: z.enum(["user", "admin", "super_admin"]),
    createdAt: instant,
  })
  .meta({ id: "Profile" });
export type Profile = z.infer<typeof profile>;

/** The body of `POST /auth/login`. The sign-in form sends the same fields through next-auth. */
export const credentials = z.object({
  email,
  password: currentPassword,
});

/** Why someone cannot sign up here. Checked again when a mailed link is opened. */
export const admissionErrors = [
  "sign-up-closed",
  "sign-up-domain",
  "sign-up-link-invalid",
] as const satisfies ProblemCode[];

export const signUp = endpoint({
  method: "POST",
  path: "/auth/sign-up",
  summary:
    "Create an account. The first one created on the server itself, or with the founder code, " +
    "becomes the super admin. If this server sends email, the response is a 202 without an account, whether or " +
    "not the address has one already. The mailed link leads to `POST /auth/finish-sign-up`.",
  access: "public",
  scope: null,
  // Where the request comes from can decide who becomes the super admin.
  ownPagesOnly: true,
  status: 201,
  otherStatus: 202,
  body: z.object({
    email,
    handle,
    name: displayName,
    password: newPassword,
    /** Keeps the account from becoming the super admin, for programs that sign up before the owner. */
    ordinary: z.boolean().default(false),
    /** The founder code from the URL that `npm start` prints. Ignored once there is a super admin. */
    code: z.string().max(200).optional(),
    /** The secret in an admin's sign-up link. Ignored where the sign-up needs none. */
    link: z.string().max(100).optional(),
  }),
  response: z.object({
    /** Null if the link in the mail has to be opened first. */
    profile: profile.nullable(),
  }),
  errors: ["email-taken", "handle-taken", "not-allowed", "too-many-requests", ...admissionErrors],
  example: {
    body: {
      email: "ada@example.com",
      handle: "ada",
      name: "Ada Lovelace",
      password: "the engine weaves",
    },
    response: { profile: sample.profile },
  },
});

export const login = endpoint({
  method: "POST",
  path: "/auth/login",
  summary: "Sign in with email and password. Returns the bearer JWT.",
  access: "public",
  scope: null,
  lenient: true,
  // Keeps other sites from phishing for passwords or guessing them through their visitors.
  ownPagesOnly: true,
  body: credentials,
  response: z.object({
    token: z.string(),
    tokenType: z.literal("Bearer"),
    expiresAt: instant,
    profile,
  }),
  errors: ["wrong-credentials", "account-suspended", "too-many-requests"],
  example: {
    body: { email: "ada@example.com", password: "the engine weaves" },
    response: {
      token: sample.token,
      tokenType: "Bearer",
      expiresAt: sample.later,
      profile: sample.profile,
    },
  },
});

export const myProfile = endpoint({
  method: "GET",
  path: "/auth/my-profile",
  summary: "Get the signed-in account.",
  access: "account",
  scope: "livestreams:read",
  response: profile,
  errors: [],
  example: { response: sample.profile },
});

export const isAdmin = endpoint({
  method: "GET",
  path: "/auth/is-admin",
  summary: "Check whether the account is an admin of this installation.",
  access: "account",
  scope: "livestreams:read",
  response: z.object({ isAdmin: z.boolean() }),
  errors: [],
  example: { response: { isAdmin: false } },
});

export const isSuperAdmin = endpoint({
  method: "GET",
  path: "/auth/is-super-admin",
  summary: "Check whether the account is the super admin of this installation.",
  access: "account",
  scope: "livestreams:read",
  response: z.object({ isSuperAdmin: z.boolean() }),
  errors: [],
  example: { response: { isSuperAdmin: false } },
});

export const logout = endpoint({
  method: "POST",
  path: "/auth/logout",
  summary: "End this session. Its tokens stop working immediately.",
  access: "person",
  scope: null,
  response: z.object({ loggedOut: z.literal(true) }),
  errors: [],
  example: { response: { loggedOut: true } },
});

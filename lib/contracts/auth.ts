import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { accountId, displayName, instant } from "@/lib/contracts/common/fields";
import { passwordMax, passwordMin } from "@/lib/contracts/common/limits";
import { wrong } from "@/lib/field-errors";

export const handle = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^[a-z0-9](?:[a-z0-9_]{1,28})[a-z0-9]$/,
    wrong("handle", "must be 3 to 30 letters, digits or underscores"),
  );

const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email(wrong("email", "must be an e-mail address")));

/**
 * A password as it is hashed (OpaqueString, RFC 8265 4.2): composed, every space a plain one. One
 * keyboard types é as one character and another as two. Not NFKC, which makes eighteen characters of
 * a single ligature, and so a long password of a short one.
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

/** A decomposed password has several characters for each that counts. */
export const typedPassword = z.string().max(4 * passwordMax, tooLong);

// Argon2id reads all of it; the bound keeps a request from costing a second of CPU.
export const newPassword = typedPassword
  .transform(opaqueString)
  .refine((text) => characters(text) >= passwordMin, tooShort)
  .refine((text) => characters(text) <= passwordMax, tooLong);

export const profile = z
  .object({
    id: accountId,
    handle: z.string(),
    name: z.string(),
    email: z.string(),
    role: z.enum(["user", "admin", "super_admin"]),
    createdAt: instant,
  })
  .meta({ id: "Profile" });
export type Profile = z.infer<typeof profile>;

/** What `POST /auth/login` asks, and what the pages' sign-in form sends through next-auth. */
export const credentials = z.object({
  email,
  password: typedPassword.min(1, wrong("empty", "must not be empty")),
});

export const signUp = endpoint({
  method: "POST",
  path: "/auth/sign-up",
  summary:
    "Create an account. The first one made on the server itself, or with the founder's code, is the super admin.",
  access: "public",
  scope: null,
  // The first account's place may depend on where a request comes from.
  ownPagesOnly: true,
  status: 201,
  body: z.object({
    email,
    handle,
    name: displayName,
    password: newPassword,
    /** Never becomes the super admin. For programs that need an account before the owner has one. */
    ordinary: z.boolean().default(false),
    /** The one-time code in the URL that `npm start` prints; ignored once there is a super admin. */
    code: z.string().max(200).optional(),
  }),
  response: z.object({ profile }),
  errors: ["email-taken", "handle-taken", "not-allowed", "too-many-requests"],
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
  summary: "Sign in with e-mail and password; the answer carries the bearer JWT.",
  access: "public",
  scope: null,
  lenient: true,
  // No page of another site asks people for their password here, or tries some through them.
  ownPagesOnly: true,
  body: credentials,
  response: z.object({
    token: z.string(),
    tokenType: z.literal("Bearer"),
    expiresAt: instant,
    profile,
  }),
  errors: ["wrong-credentials", "too-many-requests"],
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
  summary: "The account that is signed in.",
  access: "account",
  scope: "livestreams:read",
  response: profile,
  errors: [],
  example: { response: sample.profile },
});

export const isAdmin = endpoint({
  method: "GET",
  path: "/auth/is-admin",
  summary: "Whether the account is an admin of this installation.",
  access: "account",
  scope: "livestreams:read",
  response: z.object({ isAdmin: z.boolean() }),
  errors: [],
  example: { response: { isAdmin: false } },
});

export const isSuperAdmin = endpoint({
  method: "GET",
  path: "/auth/is-super-admin",
  summary: "Whether the account is the super admin of this installation.",
  access: "account",
  scope: "livestreams:read",
  response: z.object({ isSuperAdmin: z.boolean() }),
  errors: [],
  example: { response: { isSuperAdmin: false } },
});

export const logout = endpoint({
  method: "POST",
  path: "/auth/logout",
  summary: "End this session everywhere, at once.",
  access: "person",
  scope: null,
  response: z.object({ loggedOut: z.literal(true) }),
  errors: [],
  example: { response: { loggedOut: true } },
});

import { z } from "zod";
import { currentPassword, handle, profile } from "@/lib/contracts/accounts/auth";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { instant, line } from "@/lib/contracts/common/fields";
import { reasonMax } from "@/lib/contracts/common/limits";
import { nextCursor, paging } from "./paging";

/** An account as admins see it. */
const managedAccount = profile
  .extend({
    /** When a session was last used, to five minutes; null if none is stored. */
    lastSeenAt: instant.nullable(),
    /** The sessions that it is signed in with. */
    openSessions: z.int(),
    /** The livestreams it created. */
    livestreams: z.int(),
    /** Since when and why it is suspended; null if it is not. */
    suspension: z.object({ since: instant, reason: z.string() }).nullable(),
  })
  .meta({ id: "ManagedAccount" });
export type ManagedAccount = z.infer<typeof managedAccount>;

const example = {
  ...sample.profile,
  lastSeenAt: sample.at,
  openSessions: 2,
  livestreams: 12,
  suspension: null,
};
const params = z.object({ handle });
const ofAda = { handle: sample.person.handle };

export const accountKinds = ["admins", "suspended"] as const;
export type AccountKind = (typeof accountKinds)[number];

export const listAccounts = endpoint({
  method: "GET",
  path: "/installation/accounts",
  summary:
    "List the accounts of this installation, newest first. `q` searches names, @handles and email addresses.",
  access: "admin",
  scope: null,
  query: z.object({ ...paging, kind: z.enum(accountKinds).optional() }),
  response: z.object({ accounts: z.array(managedAccount), nextCursor }),
  errors: [],
  example: { query: { q: "ada" }, response: { accounts: [example], nextCursor: null } },
});

export const suspendAccount = endpoint({
  method: "PUT",
  path: "/accounts/{handle}/suspension",
  summary:
    "Suspend an account. Its sessions end and its connections close immediately; it can’t sign in, and its API " +
    "keys and stream keys don’t work until the suspension is lifted. Its owner reads the reason when they sign in. " +
    "Only the super admin can suspend admins.",
  access: "admin",
  scope: null,
  params,
  body: z.object({ reason: line(reasonMax) }),
  response: managedAccount,
  errors: ["account-not-found"],
  example: {
    params: ofAda,
    body: { reason: "Spam in several chats" },
    response: {
      ...example,
      openSessions: 0,
      suspension: { since: sample.later, reason: "Spam in several chats" },
    },
  },
});

export const liftSuspension = endpoint({
  method: "DELETE",
  path: "/accounts/{handle}/suspension",
  summary: "Lift the suspension of an account. Its keys work again, and its owner can sign in.",
  access: "admin",
  scope: null,
  params,
  response: managedAccount,
  errors: ["account-not-found"],
  example: { params: ofAda, response: { ...example, openSessions: 0 } },
});

export const endAllSessions = endpoint({
  method: "DELETE",
  path: "/accounts/{handle}/sessions",
  summary:
    "End all sessions of an account. Their connections close immediately. API keys keep working. Only the super " +
    "admin can do this to admins.",
  access: "admin",
  scope: null,
  params,
  response: managedAccount,
  errors: ["account-not-found"],
  example: { params: ofAda, response: { ...example, openSessions: 0 } },
});

export const changeRole = endpoint({
  method: "PUT",
  path: "/accounts/{handle}/role",
  summary: "Make an account an admin, or a regular account again. Super admin only.",
  access: "admin",
  scope: null,
  params,
  body: z.object({ role: z.enum(["user", "admin"]) }),
  response: managedAccount,
  errors: ["account-not-found"],
  example: { params: ofAda, body: { role: "admin" }, response: { ...example, role: "admin" } },
});

export const handOver = endpoint({
  method: "POST",
  path: "/accounts/{handle}/super-admin",
  summary:
    "Make another account the super admin. You become an admin, and only the new super admin can undo it. Super " +
    "admin only, with their password.",
  access: "admin",
  scope: null,
  params,
  body: z.object({ currentPassword }),
  response: managedAccount,
  errors: ["account-not-found", "account-suspended", "wrong-password", "too-many-requests"],
  example: {
    params: ofAda,
    body: { currentPassword: "the engine weaves" },
    response: { ...example, role: "super_admin" },
  },
});

import * as accountPicture from "@/lib/contracts/accounts/account-picture";
import * as apiKeys from "@/lib/contracts/accounts/api-keys";
import * as auth from "@/lib/contracts/accounts/auth";
import * as emailLinks from "@/lib/contracts/accounts/email-links";
import * as linkedIdentity from "@/lib/contracts/accounts/linked-identity";
import * as ownData from "@/lib/contracts/accounts/own-data";
import * as passwords from "@/lib/contracts/accounts/passwords";
import * as profile from "@/lib/contracts/accounts/profile";
import * as sessions from "@/lib/contracts/accounts/sessions";
import { unique } from "@/tests/support/api/factories";
import { aPicture } from "@/tests/support/api/pictures";
import { as, outside, person, type Row, signedIn } from "./row";

export const authRows: Row[] = [
  { contract: auth.signUp, input: () => as({ body: {} }), expected: { others: 400 } },
  {
    contract: auth.login,
    input: () => as({ body: { email: `${unique("nobody")}@example.org`, password: "wrong" } }),
    expected: { others: 401 },
  },
  { contract: auth.myProfile, input: () => as({}), expected: signedIn() },
  { contract: auth.isAdmin, input: () => as({}), expected: signedIn() },
  { contract: auth.isSuperAdmin, input: () => as({}), expected: signedIn() },
  { contract: profile.editProfile, input: () => as({ body: {} }), expected: person() },
  {
    contract: profile.changeEmail,
    input: () => as({ body: { email: "ada@example.org", currentPassword: "wrong" } }),
    expected: person(403),
  },
  {
    contract: accountPicture.putAccountPicture,
    input: async () => as({ body: await aPicture() }),
    expected: person(),
  },
  { contract: accountPicture.removeAccountPicture, input: () => as({}), expected: person() },
  {
    contract: accountPicture.readAccountPicture,
    note: "without the right digest",
    input: ({ passerBy }) => as({ params: { handle: passerBy.handle }, query: { digest: "x" } }),
    expected: { others: 404 },
  },
  { contract: linkedIdentity.readWaysToSignIn, input: () => as({}), expected: person() },
  {
    contract: linkedIdentity.allowLinking,
    input: () => as({ body: { currentPassword: "wrong" } }),
    expected: person(403),
  },
  { contract: linkedIdentity.unlinkIdentity, input: () => as({}), expected: person(404) },
  {
    contract: passwords.changePassword,
    input: () => as({ body: { currentPassword: "wrong", password: "a new password" } }),
    expected: person(403),
  },
  {
    contract: passwords.createResetLink,
    input: () => as({ params: { handle: "no_such_account" } }),
    expected: { ...outside, admin: 404, "super admin": 404, others: 403 },
  },
  {
    contract: passwords.resetPassword,
    input: () => as({ body: { token: "invented", password: "a new password" } }),
    expected: { others: 410 },
  },
  {
    contract: emailLinks.checkLink,
    input: () => as({ body: { kind: "reset-password", token: "invented" } }),
    expected: { others: 200 },
  },
  {
    contract: emailLinks.forgotPassword,
    note: "without mail",
    input: () => as({ body: { email: `${unique("nobody")}@example.org` } }),
    expected: { others: 409 },
  },
  {
    contract: emailLinks.finishSignUp,
    input: () => as({ body: { token: "invented", password: "a password" } }),
    expected: { others: 410 },
  },
  {
    contract: emailLinks.confirmEmail,
    input: () => as({ body: { token: "invented" } }),
    expected: { others: 410 },
  },
  { contract: sessions.listSessions, input: () => as({}), expected: person() },
  {
    contract: sessions.endOtherSessions,
    // The other sessions are needed for the rest of the table.
    note: "without the parameter",
    input: () => as({}),
    expected: person(400),
  },
  {
    contract: sessions.endSession,
    input: () => as({ params: { id: "NoSuchSession1234" } }),
    expected: person(404),
  },
  { contract: ownData.exportData, input: () => as({}), expected: person() },
  { contract: ownData.planDeletion, input: () => as({}), expected: person() },
  {
    contract: ownData.deleteAccount,
    note: "with a wrong password",
    input: () => as({ body: { currentPassword: "wrong" } }),
    expected: { ...person(403), "super admin": 409 },
  },
  { contract: apiKeys.listApiKeys, input: () => as({}), expected: person() },
  {
    contract: apiKeys.createApiKey,
    input: () => as({ body: { name: "From the table", scopes: ["tokens"] } }),
    expected: person(201),
  },
  {
    contract: apiKeys.revokeApiKey,
    input: () => as({ params: { id: "NoSuchKey1234567" } }),
    expected: person(404),
  },
];

import * as accounts from "@/lib/contracts/admin/accounts";
import * as log from "@/lib/contracts/admin/audit-log";
import * as installation from "@/lib/contracts/admin/installation";
import * as livestreams from "@/lib/contracts/admin/livestreams";
import * as reports from "@/lib/contracts/admin/reports";
import * as restrictions from "@/lib/contracts/admin/restrictions";
import * as server from "@/lib/contracts/admin/server";
import * as signUpLinks from "@/lib/contracts/admin/sign-up-links";
import { as, ofShow, outside, type Row } from "./row";

/** Admins and the super admin, signed in; keys are refused, whatever their scope. */
const admins = (status: number) => ({
  ...outside,
  admin: status,
  "super admin": status,
  others: 403,
});
const list = () => as({ query: {} });
const nobody = { params: { handle: "no_such_account" } };

export const adminRows: Row[] = [
  { contract: accounts.listAccounts, input: list, expected: admins(200) },
  { contract: livestreams.listAllLivestreams, input: list, expected: admins(200) },
  { contract: restrictions.listAllRestrictions, input: list, expected: admins(200) },
  { contract: reports.listReports, input: list, expected: admins(200) },
  {
    contract: reports.decideReports,
    note: "nothing was reported",
    input: ({ mint }) =>
      as({
        params: { mint, seq: "0" },
        body: { outcome: "dismissed", latestAt: "2026-11-21T18:00:00Z" },
      }),
    expected: admins(404),
  },
  {
    contract: reports.deleteReportedMessage,
    note: "nobody reported it",
    input: ({ mint }) => as({ params: { mint, seq: "999" } }),
    expected: admins(404),
  },
  { contract: log.readAuditLog, input: list, expected: admins(200) },
  { contract: server.readServer, input: () => as({}), expected: admins(200) },
  {
    contract: server.testServer,
    input: () => as({ params: { key: "mail" } }),
    expected: admins(200),
  },
  { contract: server.testMedia, input: () => as({}), expected: admins(200) },
  { contract: installation.readSettings, input: () => as({}), expected: admins(200) },
  {
    contract: installation.changeSettings,
    note: "without a change",
    input: () => as({ body: {} }),
    expected: admins(200),
  },
  {
    contract: installation.putLogo,
    note: "with a text file",
    input: () => as({ body: new Uint8Array([1]) }),
    expected: admins(400),
  },
  { contract: installation.removeLogo, input: () => as({}), expected: admins(200) },
  {
    contract: installation.readLogo,
    note: "without a logo",
    input: () => as({ query: { digest: "none" } }),
    expected: { others: 404 },
  },
  { contract: signUpLinks.listSignUpLinks, input: () => as({}), expected: admins(200) },
  {
    contract: signUpLinks.createSignUpLink,
    input: () => as({ body: { label: "From the table" } }),
    expected: admins(201),
  },
  {
    contract: signUpLinks.revokeSignUpLink,
    note: "of one that does not exist",
    input: () => as({ params: { id: "none" } }),
    expected: admins(404),
  },
  {
    contract: restrictions.liftAnyRestriction,
    input: ({ mint, passerBy }) => as({ params: { mint, subject: passerBy.id, kind: "ban" } }),
    expected: admins(200),
  },
  {
    contract: livestreams.forceEnd,
    changes: true,
    input: (show) => as({ ...ofShow(show), body: { reason: "From the table" } }),
    expected: admins(200),
  },
  {
    contract: accounts.suspendAccount,
    input: () => as({ ...nobody, body: { reason: "From the table" } }),
    expected: admins(404),
  },
  { contract: accounts.liftSuspension, input: () => as(nobody), expected: admins(404) },
  { contract: accounts.endAllSessions, input: () => as(nobody), expected: admins(404) },
  {
    contract: accounts.changeRole,
    input: ({ passerBy }) => as({ params: { handle: passerBy.handle }, body: { role: "user" } }),
    expected: { ...outside, "super admin": 200, others: 403 },
  },
  {
    contract: accounts.handOver,
    note: "with a wrong password",
    input: ({ passerBy }) =>
      as({ params: { handle: passerBy.handle }, body: { currentPassword: "wrong" } }),
    expected: { ...outside, others: 403 },
  },
];

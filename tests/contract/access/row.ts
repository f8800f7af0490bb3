import type { Endpoint } from "@/lib/contracts/common/endpoint";
import type { ActorName } from "@/tests/support/api/actors";
import type { Input } from "@/tests/support/api/client";
import type { Show } from "./show";

/** Status by actor; `others` covers every actor that the row does not name. */
type Expected = Partial<Record<ActorName, number>> & { others: number };
export type Row = {
  contract: Endpoint;
  /** Sets this row apart where a URL has several. */
  note?: string;
  /** The call changes the show: after each that succeeds, the next actor needs another one. */
  changes?: true;
  input: (show: Show) => Input<Endpoint> | Promise<Input<Endpoint>>;
  expected: Expected;
};

export const titleOf = ({ contract: { method, path }, note }: Row): string =>
  `${method} ${path}${note ? `, ${note}` : ""}`;

/** Statuses of an endpoint for accounts without a valid session. */
export const outside = { nobody: 401, expired: 401, "logged out": 401 };
/** Endpoints that do not require credentials still refuse invalid ones. */
export const stale = { expired: 401, "logged out": 401 };
/** An operator key has no other scope. */
export const noScope = { agent: 403 };
export const hosts = (status: number) => ({
  creator: status,
  "co-host": status,
  "API key": status,
});
export const allowedToWatch = (status: number) => ({
  ...hosts(status),
  moderator: status,
  viewer: status,
});
/** The show is private: for callers without a role in it, it does not exist. */
export const hostsOnly = (status = 200) => ({
  ...outside,
  ...noScope,
  ...hosts(status),
  moderator: 403,
  viewer: 403,
  others: 404,
});
export const moderators = (status = 200) => ({ ...hostsOnly(status), moderator: status });
export const creatorOnly = (status = 200) => ({ ...hostsOnly(status), "co-host": 403 });
export const signedIn = (status = 200) => ({ ...outside, ...noScope, others: status });
export const person = (status = 200) => ({
  ...outside,
  agent: 403,
  "API key": 403,
  others: status,
});

export const as = (input: object) => input as Input<Endpoint>;
export const ofShow = ({ mint }: Show) => as({ params: { mint } });

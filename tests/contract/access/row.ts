import type { Endpoint } from "@/lib/contracts/common/endpoint";
import type { ActorName } from "@/tests/support/api/actors";
import type { Input } from "@/tests/support/api/client";
import type { Show } from "./show";

/** Statuses by actor; `others` are those that the row does not name. */
type Expected = Partial<Record<ActorName, number>> & { others: number };
export type Row = {
  contract: Endpoint;
  /** What is special about this row, where a URL has several. */
  note?: string;
  /** Whether each actor needs a show of their own, since the call changes it. */
  changes?: true;
  input: (show: Show) => Input<Endpoint> | Promise<Input<Endpoint>>;
  expected: Expected;
};

/** Who has no session: what an endpoint for accounts answers. */
export const outside = { nobody: 401, expired: 401, "logged out": 401 };
/** Where credentials are read but not needed, bad ones are still refused. */
export const stale = { expired: 401, "logged out": 401 };
/** A key for operators has no other scope. */
export const noScope = { agent: 403 };
export const hosts = (status: number) => ({
  creator: status,
  "co-host": status,
  "API key": status,
});
export const whoMayWatch = (status: number) => ({ ...hosts(status), viewer: status });
/** The show is private: whoever is nothing to it is told that there is none. */
export const hostsOnly = (status = 200) => ({
  ...outside,
  ...noScope,
  ...hosts(status),
  viewer: 403,
  others: 404,
});
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

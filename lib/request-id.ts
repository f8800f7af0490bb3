import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { once } from "@/lib/once";

export const requestIdHeader = "x-request-id";

const wellFormed = /^[\w.-]{8,64}$/;

const current = () => once("request-id", () => new AsyncLocalStorage<string>());

/** The id of the request that is being answered; undefined outside of one, in the sweep for example. */
export const requestId = (): string | undefined => current().getStore();

/** A new id, or the one that a trusted reverse proxy gave the request. */
export const idOf = (given: string | undefined, believed: boolean): string =>
  believed && given && wellFormed.test(given) ? given : randomUUID();

/** Everything that `work` starts, in Next's bundles too, finds the id with `requestId`. */
export const withRequestId = <T>(id: string, work: () => T): T => current().run(id, work);

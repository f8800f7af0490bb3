import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { once } from "@/lib/once";

export const requestIdHeader = "x-request-id";

const wellFormed = /^[\w.-]{8,64}$/;

const current = () => once("request-id", () => new AsyncLocalStorage<string>());

/** The id of the current request; undefined outside of one, in the sweep for example. */
export const requestId = (): string | undefined => current().getStore();

/** A new id, or the one that a trusted reverse proxy assigned. */
export const idOf = (given: string | undefined, believed: boolean): string =>
  believed && given && wellFormed.test(given) ? given : randomUUID();

/**
 * Runs `work` so that everything it starts, in Next's bundles too, sees the id through `requestId`.
 */
export const withRequestId = <T>(id: string, work: () => T): T => current().run(id, work);

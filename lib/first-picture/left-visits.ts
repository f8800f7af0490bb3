import "server-only";
import { randomUUID } from "node:crypto";
import { once } from "@/lib/once";
import type { Visit } from "@/lib/show/viewer-pass";
import { wholePageHeader } from "./page-parts";

type Left = { mint: string; visit: Visit | null };

const visits = () => once("left-visits", () => new Map<string, Left>());

/** Leaves what the proxy has from the database for the page that it asks Next for; nobody guesses the ticket. */
export function leaveVisit(mint: string, visit: Visit | null): string {
  const ticket = randomUUID();
  visits().set(ticket, { mint, visit });
  return ticket;
}

/** Whether a request is our own, for a page of which another one has the beginning. */
export const isOwnRequest = (headers: Record<string, string | string[] | undefined>): boolean =>
  visits().has(String(headers[wholePageHeader]));

/** What was left for a page of this livestream; null for nothing, and without a ticket of ours. */
export function leftVisit(mint: string, ticket: string | null): Visit | null {
  const left = ticket ? visits().get(ticket) : undefined;
  return left?.mint === mint ? left.visit : null;
}

export const forgetVisit = (ticket: string) => visits().delete(ticket);

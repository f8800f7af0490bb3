import "server-only";
import { randomUUID } from "node:crypto";
import type { Visit } from "@/lib/livestreams/viewer-pass";
import { once } from "@/lib/once";

type Left = { mint: string; visit: Promise<Visit> };

const visits = () => once("left-visits", () => new Map<string, Left>());

/** Leaves what the proxy asks the database for the page that it asks Next for; nobody guesses the ticket. */
export function leaveVisit(mint: string, visit: Promise<Visit>): string {
  const ticket = randomUUID();
  visits().set(ticket, { mint, visit });
  return ticket;
}

/**
 * What was left for a page of this livestream; null without a ticket of ours. Null also for a
 * refusal, whose class is the proxy's bundle's own: the page asks for one that it understands.
 */
export async function leftVisit(mint: string, ticket: string | null): Promise<Visit | null> {
  const left = ticket ? visits().get(ticket) : undefined;
  return left?.mint === mint ? left.visit.catch(() => null) : null;
}

export const forgetVisit = (ticket: string) => visits().delete(ticket);

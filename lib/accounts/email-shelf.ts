import "server-only";
import { createHmac } from "node:crypto";
import { env } from "@/lib/env";

/**
 * E-mail addresses are counted on 65,536 shelves, so that inventing them fills no table. Those of
 * nobody share them with the others: a full shelf tells nothing about who has an account. Only this
 * installation can tell which share one, so nobody fills a shelf by way of its other addresses.
 */
export const shelfOf = (email: string, secret = env().sessionSecret): string =>
  createHmac("sha256", secret).update(email).digest("hex").slice(0, 4);

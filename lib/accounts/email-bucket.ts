import "server-only";
import { createHmac } from "node:crypto";
import { env } from "@/lib/env";

/**
 * Groups email addresses into 65,536 buckets, so that rate-limit counters for invented addresses
 * cannot fill a table. Unused addresses share buckets with used ones, so a full bucket does not
 * reveal who has an account. Only this installation can compute the bucket, so nobody can fill one
 * through other addresses in it.
 */
export const emailBucket = (email: string, secret = env().sessionSecret): string =>
  createHmac("sha256", secret).update(email).digest("hex").slice(0, 4);

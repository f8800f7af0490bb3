import "server-only";
import { createHash } from "node:crypto";
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  type RateLimiterRes,
} from "rate-limiter-flexible";
import { pool } from "@/lib/db/client";
import { once } from "@/lib/once";
import { Problem } from "@/lib/problem";

const minute = 60;

/**
 * How often one key may do a thing: `points` times in `seconds`. `inMemory`: each process counts for
 * itself, so with several the limit is that many times as high. That is for what whole crowds read and what leaves
 * nothing behind: to count it in the database would cost more than to answer it.
 */
type Limit = { points: number; seconds: number; inMemory?: boolean };

const limits = {
  // Wrong passwords. By address and e-mail, so that a stranger's keep nobody out elsewhere.
  "sign-in": { points: 10, seconds: 15 * minute },
  "sign-in-by-email": { points: 100, seconds: 15 * minute },
  "sign-in-by-address": { points: 300, seconds: 15 * minute },
  // A class or a lecture hall signs up within minutes from one address; a machine goes on for hours.
  "sign-up-by-address": { points: 200, seconds: 10 * minute },
  // Whoever tries e-mail addresses to learn which have an account.
  "sign-up-taken-by-address": { points: 60, seconds: 60 * minute },
  /** Wrong current passwords, by account: whoever sits down at somebody's open browser. */
  password: { points: 10, seconds: 15 * minute },
  // Links to a new password that do not work.
  "reset-by-address": { points: 60, seconds: 15 * minute },
  "knock-by-invite": { points: 60, seconds: minute },
  // An audience in one hall comes from one address.
  "knock-by-address": { points: 300, seconds: minute },
  "token-by-address": { points: 600, seconds: minute, inMemory: true },
  /** By account, or by a guest's identity. */
  token: { points: 120, seconds: minute, inMemory: true },
  /** By stream key: an encoder that lost its line tries again every few seconds. */
  encoder: { points: 30, seconds: minute },
  // What a browser's encoder trickles comes in one request a candidate.
  "encoder-by-address": { points: 600, seconds: minute },
  /** How many one account may make. */
  livestream: { points: 100, seconds: 60 * minute },
  invite: { points: 200, seconds: 60 * minute },
  /** How many one account may found. */
  organization: { points: 60, seconds: 60 * minute },
  /** Lines to guests and wishes to those on stage, by host. */
  "guest-message": { points: 20, seconds: minute },
  /** Drawing a picture anew costs more than most calls: by account and livestream. */
  picture: { points: 30, seconds: 5 * minute },
  "picture-by-account": { points: 120, seconds: 5 * minute },
  /** Pictures of one guest who waits: every fifteen seconds, and some that were switched on and off. */
  "guest-picture": { points: 12, seconds: minute },
  // A class that waits behind one address sends some 120.
  "guest-picture-by-address": { points: 240, seconds: minute },
  /** Cards that had to be drawn; nobody needs an account for them. */
  "card-by-address": { points: 120, seconds: minute },
  chat: { points: 5, seconds: 10 },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

/** In the database, so that a limit holds over several app instances and a restart. */
const limiter = (name: LimitName): RateLimiterAbstract =>
  once(`limit.${name}`, () => {
    const { points, seconds, inMemory }: Limit = limits[name];
    if (inMemory) return new RateLimiterMemory({ points, duration: seconds });
    return new RateLimiterPostgres({
      storeClient: pool(),
      storeType: "pool",
      tableName: "rate_limits",
      tableCreated: true,
      keyPrefix: name,
      points,
      duration: seconds,
      // Rows that have expired the sweep deletes.
      clearExpiredByTimeout: false,
      // A flood is refused from memory from here on, and costs the database nothing.
      inMemoryBlockOnConsumed: 2 * points,
    });
  });

// The table need not know who signed in from where.
const digest = (key: string) => createHash("sha256").update(key).digest("base64url");

/**
 * Counts one use for `key`; throws 429 with the time to wait when there were too many. A database
 * that cannot count lets nobody through: its error goes on and becomes a 500.
 */
export async function limit(name: LimitName, key: string): Promise<void> {
  try {
    await limiter(name).consume(digest(key));
  } catch (refusal) {
    // A refusal is no Error. It may be of another copy of the library: the app is built in pieces,
    // and the limiter belongs to the one that asked first.
    if (refusal instanceof Error) throw refusal;
    const { msBeforeNext } = refusal as RateLimiterRes;
    const retryAfterSeconds = Math.max(1, Math.ceil(msBeforeNext / 1_000));
    throw new Problem(
      "too-many-requests",
      `That was too often. Try again in ${retryAfterSeconds} s.`,
      { retryAfterSeconds },
    );
  }
}

/** Takes one use back that turned out not to be what the limit is against. */
export async function giveBack(name: LimitName, key: string): Promise<void> {
  await limiter(name).reward(digest(key));
}

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
 * How often one key may be used: `points` times in `seconds`. With `inMemory`, each process counts
 * on its own, so with several processes the limit multiplies. Meant for requests that whole crowds
 * make and that store nothing: counting them in the database would cost more than answering them.
 */
type Limit = { points: number; seconds: number; inMemory?: boolean };

const limits = {
  // Failed passwords. Counted by address and email together, so that a stranger's failures do not
  // lock anyone out elsewhere.
  "sign-in": { points: 10, seconds: 15 * minute },
  "sign-in-by-email": { points: 100, seconds: 15 * minute },
  "sign-in-by-address": { points: 300, seconds: 15 * minute },
  // A class or lecture hall signs up within minutes from one address; a bot keeps going for hours.
  "sign-up-by-address": { points: 200, seconds: 10 * minute },
  // Each asks the provider for its configuration. Only the way there is counted twice per sign-in.
  "provider-by-address": { points: 600, seconds: 15 * minute, inMemory: true },
  // Against probing which email addresses have an account.
  "sign-up-taken-by-address": { points: 60, seconds: 60 * minute },
  // Wrong current passwords, by account. Against guessing in a browser that was left signed in.
  password: { points: 10, seconds: 15 * minute },
  // Changes of an account's handle: each one reserves another name.
  handle: { points: 5, seconds: 30 * 24 * 60 * minute },
  /** Per admin. Each read signs in to the mail server. */
  "server-read": { points: 60, seconds: minute },
  /** Tests of this server, per admin. */
  "server-test": { points: 30, seconds: 10 * minute },
  "server-test-mail": { points: 5, seconds: 60 * minute },
  /** Per account. Reads everything that is stored about it. */
  export: { points: 10, seconds: 60 * minute },
  /** Per account: guests admitted and denied, people removed, banned, muted and let in again. */
  decision: { points: 300, seconds: minute },
  // Invalid one-time links: password resets, sign-ups, email changes.
  "link-by-address": { points: 60, seconds: 15 * minute },
  // Mail that anyone can have sent to an address, counted by email bucket.
  mail: { points: 5, seconds: 60 * minute },
  // The same mail, by client, to whatever addresses. A lecture hall signs up from one.
  "mail-by-address": { points: 200, seconds: 60 * minute },
  // Requested changes of an account's email: each one sends mail to an address of its choice.
  "email-change": { points: 10, seconds: 60 * minute },
  /** Per admin. */
  "sign-up-link": { points: 100, seconds: 60 * minute },
  "knock-by-invite": { points: 60, seconds: minute },
  // An audience in one hall shares one address.
  "knock-by-address": { points: 300, seconds: minute },
  /** Short invite codes looked up, against guessing. */
  "invite-code-by-address": { points: 300, seconds: minute },
  "token-by-address": { points: 600, seconds: minute, inMemory: true },
  /** By account, or by guest identity. */
  token: { points: 120, seconds: minute, inMemory: true },
  /** The same for the backstage room, whose reconnects must not use up the tokens for the show. */
  "backstage-token": { points: 120, seconds: minute, inMemory: true },
  /** By link to the programme. Several recorders may use one. */
  "programme-token": { points: 60, seconds: minute, inMemory: true },
  /** By stream key. A disconnected encoder retries every few seconds. */
  encoder: { points: 30, seconds: minute },
  // A browser's encoder sends one request per trickled ICE candidate.
  "encoder-by-address": { points: 600, seconds: minute },
  /** Per account. */
  livestream: { points: 100, seconds: 60 * minute },
  invite: { points: 200, seconds: 60 * minute },
  /** Per account. */
  organization: { points: 60, seconds: 60 * minute },
  /** Changes of brand kits, per account. Each may reach many rooms. */
  brand: { points: 60, seconds: minute },
  /** Messages to guests and unmute requests to people on stage, per host. */
  "guest-message": { points: 20, seconds: minute },
  /** Redrawing a picture costs more than most calls. By account and livestream. */
  picture: { points: 30, seconds: 5 * minute },
  "picture-by-account": { points: 120, seconds: 5 * minute },
  /**
   * Preview pictures of one waiting guest: one every fifteen seconds, plus some for camera toggles.
   */
  "guest-picture": { points: 12, seconds: minute },
  // A class waiting behind one address sends about 120 a minute.
  "guest-picture-by-address": { points: 240, seconds: minute },
  /** Preview cards that had to be drawn. Drawing one requires no account. */
  "card-by-address": { points: 120, seconds: minute },
  chat: { points: 5, seconds: 10 },
  /** By livestream and visitor without an account. */
  "chat-as-visitor": { points: 3, seconds: 10 },
  // By livestream and address. An audience in one hall shares one address.
  "chat-as-visitor-by-address": { points: 60, seconds: minute },
  // New visitors: a deleted cookie makes one.
  "chat-visitor-by-address": { points: 30, seconds: 10 * minute },
  /** Per account. */
  report: { points: 20, seconds: 10 * minute },
  // Without an account, where a deleted cookie makes a new reporter.
  "report-by-address": { points: 30, seconds: 10 * minute },
  // New reports without an account. Keeps the queues readable if many browsers attack one show.
  "report-of-show": { points: 300, seconds: 60 * minute },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

/** Counted in the database, so that limits hold across app instances and restarts. */
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
      // The sweep deletes expired rows.
      clearExpiredByTimeout: false,
      // Past this, a flood is refused from memory and costs the database nothing.
      inMemoryBlockOnConsumed: 2 * points,
    });
  });

// Hashed, so that the table does not record who signed in from where.
const digest = (key: string) => createHash("sha256").update(key).digest("base64url");

/**
 * Counts one use for `key`. Throws 429 with the time to wait once the limit is exceeded. If the
 * database cannot count, its error is rethrown and becomes a 500: nothing passes uncounted.
 */
export async function limit(name: LimitName, key: string): Promise<void> {
  try {
    await limiter(name).consume(digest(key));
  } catch (refusal) {
    // A refusal is not an Error. `instanceof RateLimiterRes` would miss instances made by another
    // bundle's copy of the library.
    if (refusal instanceof Error) throw refusal;
    const { msBeforeNext } = refusal as RateLimiterRes;
    const retryAfterSeconds = Math.max(1, Math.ceil(msBeforeNext / 1_000));
    throw new Problem(
      "too-many-requests",
      `Too many attempts. Try again in ${retryAfterSeconds} s.`,
      { retryAfterSeconds },
    );
  }
}

/** Refunds one use that turned out not to be what the limit guards against. */
export async function giveBack(name: LimitName, key: string): Promise<void> {
  await limiter(name).reward(digest(key));
}

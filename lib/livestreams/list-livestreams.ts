import "server-only";
import { and } from "drizzle-orm";
import { hasOrHadHandle } from "@/lib/accounts/former-handles";
import type { Context } from "@/lib/context";
import type { LivestreamStatus } from "@/lib/contracts/common/livestream-status";
import type { Livestream } from "@/lib/contracts/livestreams";
import { presentLivestreams } from "./find-livestream";
import {
  after,
  cursorAt,
  forEverybody,
  hostedBy,
  inStatus,
  orderOf,
  saying,
  sorted,
  tagged,
} from "./listing";

type Wanted = {
  status?: LivestreamStatus;
  /** Only those that this account hosts, of any visibility. */
  hostedBy?: string;
  /** Only those of the account with this handle. */
  creator?: string;
  q?: string;
  tag?: string;
  order?: "created" | "time";
  limit: number;
  cursor?: string;
};

export type Listed = { livestreams: Livestream[]; nextCursor: string | null };

export async function listLivestreams(
  { db, now }: Pick<Context, "db" | "now">,
  { limit, cursor, ...wanted }: Wanted,
): Promise<Listed> {
  const { status, creator, q, tag } = wanted;
  const order = orderOf(wanted.order ?? "created", status);
  const where = and(
    wanted.hostedBy ? hostedBy(wanted.hostedBy) : forEverybody(now()),
    status && inStatus(status),
    creator ? hasOrHadHandle(creator) : undefined,
    q ? saying(q) : undefined,
    tag ? tagged(tag) : undefined,
    cursor === undefined ? undefined : after(order, cursor),
  );
  const found = await presentLivestreams(db, where, limit + 1, sorted(order));
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return { livestreams: page, nextCursor: last ? cursorAt(order, last) : null };
}

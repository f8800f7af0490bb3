import { createInvite } from "@/lib/contracts/invites";
import {
  addMember,
  createLivestream,
  endLivestream,
  type Livestream,
  type Member,
  type Visibility,
} from "@/lib/contracts/livestreams";
import type { Input } from "../api/client";
import { type Account, unique } from "./accounts";

export type Show = Pick<Livestream, "mint" | "title"> & { creator: Account };
type InviteWish = Partial<Input<typeof createInvite>["body"]>;

export type ShowWish = {
  title?: string;
  description?: string;
  visibility?: Visibility;
  scheduledAt?: string;
  tags?: string[];
};

export async function makeShow(creator: Account, wish: ShowWish = {}): Promise<Show> {
  const body = { title: unique("Evening show"), ...wish };
  const { mint, title } = await creator.api.ok(createLivestream, { body });
  return { mint, title, creator };
}

export async function endShow({ creator, mint }: Show): Promise<void> {
  const answer = await creator.api.call(endLivestream, { params: { mint } });
  // 404: the test deleted it.
  if (![200, 404].includes(answer.status)) throw new Error(`the show did not end: ${answer.text}`);
}

export async function addToShow({ creator, mint }: Show, who: Account, role: Member["role"]) {
  await creator.api.ok(addMember, { params: { mint }, body: { handle: who.handle, role } });
}

/** An invite link made without the studio. */
export async function makeInvite({ creator, mint }: Show, wish: InviteWish = {}) {
  const body = { orgId: creator.handle, roomId: mint, durationSeconds: 3_600, ...wish };
  return creator.api.ok(createInvite, { body });
}

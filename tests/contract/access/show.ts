import type { People } from "@/tests/support/api/actors";
import {
  aGuestWaiting,
  aLiveShow,
  anInvite,
  type Guest,
  join,
  say,
} from "@/tests/support/api/factories";

/** A private show on air, with everybody of the table in their place. */
export type Show = {
  mint: string;
  people: People;
  /** A guest who waits by an invite that leaves the decision to these. */
  guestWaiting: (decider: "hosts" | "any admin" | "allowed admin") => Promise<Guest>;
  /** A message of the creator; its place in the chat. */
  message: () => Promise<string>;
};

export async function aShow(people: People): Promise<Show> {
  const { creator, "co-host": cohost, viewer } = people;
  const mint = await aLiveShow(creator, "private");
  await join(creator, mint, cohost, "host");
  await join(creator, mint, viewer, "viewer");
  const wishes = {
    hosts: {},
    "any admin": { allowAll: true },
    "allowed admin": { allowedAdmins: [people["allowed admin"].id] },
  };
  return {
    mint,
    people,
    guestWaiting: async (decider) => aGuestWaiting(await anInvite(creator, mint, wishes[decider])),
    message: async () => `${(await say(creator.api, mint, "hello")).seq}`,
  };
}

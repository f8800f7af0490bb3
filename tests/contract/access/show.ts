import { putOrganizationMember } from "@/lib/contracts/organizations";
import { featureViewer } from "@/lib/contracts/stage";
import { createStreamKey } from "@/lib/contracts/stream-keys";
import type { People } from "@/tests/support/api/actors";
import {
  aGuestOnStage,
  aGuestWaiting,
  aLiveShow,
  anInvite,
  aViewerToken,
  type Guest,
  join,
  type Person,
  say,
} from "@/tests/support/api/factories";
import { identityOf } from "@/tests/support/api/tokens";

/** A private show on air, with everybody of the table in their place. */
export type Show = {
  mint: string;
  people: People;
  /** A guest who waits by an invite that leaves the decision to these. */
  guestWaiting: (decider: "hosts" | "any admin" | "allowed admin") => Promise<Guest>;
  /** A guest whom the creator has admitted; the identity. */
  guestOnStage: () => Promise<string>;
  /** A message of the creator; its place in the chat. */
  message: () => Promise<string>;
  /** A token of the viewer, visible in the audience; and the identity in one. */
  viewerToken: () => Promise<string>;
  viewerSeat: () => Promise<string>;
  /** The same, put on stage. */
  featuredSeat: () => Promise<string>;
  /** A stream key of the show; its id. */
  streamKey: () => Promise<string>;
  /** Somebody whom the table has no column for. */
  passerBy: Person;
  /** The passer-by, freshly made a member of the creator's organization; their account. */
  newMember: () => Promise<string>;
};

export async function aShow(people: People, passerBy: Person): Promise<Show> {
  const { creator, "co-host": cohost, viewer } = people;
  const mint = await aLiveShow(creator, "private");
  await join(creator, mint, cohost, "host");
  await join(creator, mint, viewer, "viewer");
  const wishes = {
    hosts: {},
    "any admin": { allowAll: true },
    "allowed admin": { allowedAdmins: [people["allowed admin"].id] },
  };
  const viewerToken = () => aViewerToken(viewer, mint, false);
  const viewerSeat = async () => identityOf(await viewerToken());
  return {
    mint,
    people,
    passerBy,
    viewerToken,
    viewerSeat,
    featuredSeat: async () => {
      const identity = await viewerSeat();
      await creator.api.ok(featureViewer, { params: { mint }, body: { identity } });
      return identity;
    },
    streamKey: async () => {
      const body = { name: "OBS" };
      return (await creator.api.ok(createStreamKey, { params: { mint }, body })).id;
    },
    newMember: async () => {
      await creator.api.ok(putOrganizationMember, {
        params: { orgId: creator.handle },
        body: { handle: passerBy.handle, role: "member" },
      });
      return passerBy.id;
    },
    guestWaiting: async (decider) => aGuestWaiting(await anInvite(creator, mint, wishes[decider])),
    guestOnStage: async () =>
      (await aGuestOnStage(creator, await anInvite(creator, mint))).identity,
    message: async () => `${(await say(creator.api, mint, "hello")).seq}`,
  };
}

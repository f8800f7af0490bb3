import { putOrganizationMember } from "@/lib/contracts/organizations";
import { createProgrammeLink } from "@/lib/contracts/programme";
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

/** A private show on air, with every person of the table in place. */
export type Show = {
  mint: string;
  people: People;
  /** A guest in the waiting room, whose invite lets these people decide. */
  guestWaiting: (decider: "hosts" | "any admin" | "allowed admin") => Promise<Guest>;
  /** Identity of a guest the creator has admitted. */
  guestOnStage: () => Promise<string>;
  /** Posts a message as the creator; its sequence number in the chat. */
  message: () => Promise<string>;
  /** A token of the viewer, visible in the audience. */
  viewerToken: () => Promise<string>;
  viewerSeat: () => Promise<string>;
  /** Identity of the visible viewer, put on stage. */
  featuredSeat: () => Promise<string>;
  /** ID of a new stream key of the show. */
  streamKey: () => Promise<string>;
  /** Key of a new link to the programme. */
  programmeKey: () => Promise<string>;
  /** An account that has no column in the table. */
  passerBy: Person;
  /** Makes the passer-by a member of the creator's organization; their account ID. */
  newMember: () => Promise<string>;
};

export async function aShow(people: People, passerBy: Person): Promise<Show> {
  const { creator, "co-host": cohost, moderator, viewer } = people;
  const mint = await aLiveShow(creator, "private");
  await join(creator, mint, cohost, "host");
  await join(creator, mint, moderator, "moderator");
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
    programmeKey: async () => (await creator.api.ok(createProgrammeLink, { params: { mint } })).key,
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

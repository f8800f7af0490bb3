import { createApiKey } from "@/lib/contracts/accounts/api-keys";
import { editProfile } from "@/lib/contracts/accounts/profile";
import { suspendAccount } from "@/lib/contracts/admin/accounts";
import { changeSettings } from "@/lib/contracts/admin/installation";
import { forceEnd } from "@/lib/contracts/admin/livestreams";
import { createSignUpLink } from "@/lib/contracts/admin/sign-up-links";
import { messageGuest, postBackstageChat } from "@/lib/contracts/backstage";
import { type ChatMessage, postChat } from "@/lib/contracts/chat";
import {
  bannerMax,
  chatTextMax,
  descriptionMax,
  guestMessageMax,
  installationNameMax,
  inviteLabelMax,
  legalTextMax,
  nameMax,
  organizationNameMax,
  reasonMax,
  reportNoteMax,
  titleMax,
} from "@/lib/contracts/common/limits";
import { roomAuth } from "@/lib/contracts/guests";
import { createInvite } from "@/lib/contracts/invites";
import { createLivestream, editLivestream } from "@/lib/contracts/livestreams";
import { arrangeStage } from "@/lib/contracts/look";
import { createOrganization } from "@/lib/contracts/organizations";
import { reportLivestream } from "@/lib/contracts/reports";
import { removeParticipant } from "@/lib/contracts/restrictions";
import { createStreamKey } from "@/lib/contracts/stream-keys";
import { type Answer, Client } from "@/tests/support/api/client";
import {
  aGuestOnStage,
  aGuestWaiting,
  aLiveShow,
  aLivestream,
  anAccount,
  anInvite,
  aViewerToken,
  type Person,
  unique,
} from "@/tests/support/api/factories";
import { identityOf } from "@/tests/support/api/tokens";

export type Scene = {
  ada: Person;
  superAdmin: Client;
  /** A public show on air, whose chat is open to people without an account. */
  mint: string;
};

export type StoredText = {
  what: string;
  max: number;
  /** Text of several lines. */
  lines?: true;
  store: (scene: Scene, text: string) => Promise<Answer>;
};

const anInviteOf = ({ ada, mint }: Scene) => anInvite(ada, mint);

/** Every text that people write and others read, and the call that stores it. */
export const storedTexts: StoredText[] = [
  {
    what: "an account's name",
    max: nameMax,
    store: ({ ada }, name) => ada.api.call(editProfile, { body: { name } }),
  },
  {
    what: "an organization's name",
    max: organizationNameMax,
    store: ({ ada }, name) => {
      const body = { id: unique("org").slice(0, 20), name };
      return ada.api.call(createOrganization, { body });
    },
  },
  {
    what: "a livestream's title",
    max: titleMax,
    store: ({ ada, mint }, title) =>
      ada.api.call(editLivestream, { params: { mint }, body: { title } }),
  },
  {
    what: "a livestream's description",
    max: descriptionMax,
    lines: true,
    store: ({ ada, mint }, description) =>
      ada.api.call(editLivestream, { params: { mint }, body: { description } }),
  },
  {
    what: "a planned livestream's title",
    max: titleMax,
    store: ({ ada }, title) =>
      ada.api.call(createLivestream, { body: { title, visibility: "public" } }),
  },
  {
    what: "a banner",
    max: bannerMax,
    store: ({ ada, mint }, banner) =>
      ada.api.call(arrangeStage, { params: { mint }, body: { banner } }),
  },
  {
    what: "a chat message on screen",
    max: chatTextMax,
    lines: true,
    store: async ({ ada, mint }, text) => {
      const said = await (await anAccount()).api.call(postChat, {
        params: { mint },
        body: { text },
      });
      const comment = (said.body as ChatMessage).seq;
      if (said.status === 201)
        await ada.api.ok(arrangeStage, { params: { mint }, body: { comment } });
      return said;
    },
  },
  {
    what: "a chat message",
    max: chatTextMax,
    lines: true,
    store: async ({ mint }, text) =>
      (await anAccount()).api.call(postChat, { params: { mint }, body: { text } }),
  },
  {
    what: "a visitor's name in the chat",
    max: nameMax,
    store: ({ mint }, name) =>
      new Client().call(postChat, { params: { mint }, body: { text: "hello", name } }),
  },
  {
    what: "a backstage message",
    max: chatTextMax,
    lines: true,
    store: async (scene, text) => {
      const { browser } = await aGuestOnStage(scene.ada, await anInviteOf(scene));
      return browser.call(postBackstageChat, { params: { mint: scene.mint }, body: { text } });
    },
  },
  {
    what: "a guest's name",
    max: nameMax,
    store: async (scene, guestName) => {
      const { token } = await anInviteOf(scene);
      return new Client().call(roomAuth, { body: { inviteToken: token, guestName } });
    },
  },
  {
    what: "a message to a guest",
    max: guestMessageMax,
    store: async (scene, text) => {
      const { identity } = await aGuestWaiting(await anInviteOf(scene));
      const params = { mint: scene.mint, identity };
      return scene.ada.api.call(messageGuest, { params, body: { text } });
    },
  },
  {
    what: "an invite's label",
    max: inviteLabelMax,
    store: ({ ada, mint }, label) => {
      const body = { orgId: ada.handle, roomId: mint, durationSeconds: 3_600, label };
      return ada.api.call(createInvite, { body });
    },
  },
  {
    what: "the reason for a ban",
    max: reasonMax,
    store: async ({ ada, mint }, reason) => {
      const identity = identityOf(await aViewerToken(await anAccount(), mint, false));
      const body = { identity, ban: true, reason };
      return ada.api.call(removeParticipant, { params: { mint }, body });
    },
  },
  {
    what: "a report's note",
    max: reportNoteMax,
    lines: true,
    store: ({ mint }, note) =>
      new Client().call(reportLivestream, { params: { mint }, body: { reason: "spam", note } }),
  },
  {
    what: "a stream key's name",
    max: nameMax,
    store: async ({ ada }, name) => {
      const { mint } = await aLivestream(ada);
      return ada.api.call(createStreamKey, { params: { mint }, body: { name } });
    },
  },
  {
    what: "an API key's name",
    max: nameMax,
    store: ({ ada }, name) =>
      ada.api.call(createApiKey, { body: { name, scopes: ["livestreams:read"] } }),
  },
  {
    what: "a sign-up link's label",
    max: inviteLabelMax,
    store: ({ superAdmin }, label) => superAdmin.call(createSignUpLink, { body: { label } }),
  },
  {
    what: "the reason for a suspension",
    max: reasonMax,
    store: async ({ superAdmin }, reason) => {
      const { handle } = await anAccount();
      return superAdmin.call(suspendAccount, { params: { handle }, body: { reason } });
    },
  },
  {
    what: "the reason for ending a show",
    max: reasonMax,
    store: async ({ superAdmin, ada }, reason) =>
      superAdmin.call(forceEnd, { params: { mint: await aLiveShow(ada) }, body: { reason } }),
  },
  {
    what: "the installation's name",
    max: installationNameMax,
    store: ({ superAdmin }, name) => superAdmin.call(changeSettings, { body: { name } }),
  },
  {
    what: "the imprint",
    max: legalTextMax,
    lines: true,
    store: ({ superAdmin }, imprint) => superAdmin.call(changeSettings, { body: { imprint } }),
  },
  {
    what: "the privacy policy",
    max: legalTextMax,
    lines: true,
    store: ({ superAdmin }, privacy) => superAdmin.call(changeSettings, { body: { privacy } }),
  },
];

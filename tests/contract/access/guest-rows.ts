import * as guests from "@/lib/contracts/guests";
import * as invites from "@/lib/contracts/invites";
import * as pictures from "@/lib/contracts/pictures";
import { aPicture } from "@/tests/support/api/pictures";
import { as, hostsOnly, ofShow, type Row } from "./row";
import type { Show } from "./show";

const decides = (show: Show, who: Parameters<Show["guestWaiting"]>[0]) =>
  show
    .guestWaiting(who)
    .then(({ identity }) =>
      as({ body: { roomId: show.mint, guestIdentity: identity, action: "admit" } }),
    );

export const guestRows: Row[] = [
  {
    contract: invites.createInvite,
    note: "for the creator's own organization",
    input: ({ mint, people }) =>
      as({ body: { orgId: people.creator.handle, roomId: mint, durationSeconds: 60 } }),
    // The co-host runs the show but is not a member of that organization.
    expected: { ...hostsOnly(201), "co-host": 404 },
  },
  {
    contract: invites.listInvites,
    input: ({ mint }) => as({ query: { roomId: mint } }),
    expected: hostsOnly(),
  },
  {
    contract: guests.listWaiting,
    note: "a guest waits with an `allowAll` invite",
    changes: true,
    input: async (show) => {
      await show.guestWaiting("any admin");
      return as({ query: { roomId: show.mint } });
    },
    expected: {
      ...hostsOnly(),
      moderator: 404,
      viewer: 404,
      "org admin": 200,
      "allowed admin": 200,
    },
  },
  {
    contract: invites.revokeInvite,
    changes: true,
    input: async (show) => as({ body: { jti: (await show.guestWaiting("hosts")).invite.jti } }),
    expected: { ...hostsOnly(), moderator: 404, viewer: 404 },
  },
  {
    contract: guests.roomAuth,
    input: async (show) =>
      as({
        body: {
          inviteToken: (await show.guestWaiting("hosts")).invite.token,
          guestName: "From the table",
        },
      }),
    expected: { others: 200 },
  },
  {
    contract: guests.guestState,
    // One show for each caller: a single waiting room would fill up.
    changes: true,
    input: async (show) =>
      as({ body: { inviteToken: (await show.guestWaiting("hosts")).invite.token } }),
    expected: { others: 200 },
  },
  {
    contract: guests.leaveAsGuest,
    note: "the caller is not a guest",
    input: ({ mint }) => as({ body: { roomId: mint } }),
    expected: { others: 404 },
  },
  {
    contract: pictures.putGuestPicture,
    note: "the caller is not a guest",
    input: async (show) => as({ ...ofShow(show), body: await aPicture() }),
    expected: { others: 404 },
  },
  {
    contract: pictures.takeBackGuestPicture,
    note: "the caller is not a guest",
    input: ofShow,
    expected: { others: 404 },
  },
  {
    contract: pictures.seeGuestPicture,
    note: "`allowAll` invite",
    changes: true,
    input: async (show) => {
      const { browser, identity } = await show.guestWaiting("any admin");
      const params = { mint: show.mint };
      await browser.ok(pictures.putGuestPicture, { params, body: await aPicture() });
      return as({ params: { ...params, identity }, query: {} });
    },
    expected: {
      ...hostsOnly(),
      moderator: 404,
      viewer: 404,
      "org admin": 200,
      "allowed admin": 200,
    },
  },
  {
    contract: guests.admitGuest,
    note: "the invite names no admins",
    changes: true,
    input: (show) => decides(show, "hosts"),
    expected: { ...hostsOnly(), moderator: 404, viewer: 404 },
  },
  {
    contract: guests.admitGuest,
    note: "`allowAll` invite",
    changes: true,
    input: (show) => decides(show, "any admin"),
    expected: {
      ...hostsOnly(),
      moderator: 404,
      viewer: 404,
      "org admin": 200,
      "allowed admin": 200,
    },
  },
  {
    contract: guests.admitGuest,
    note: "`allowedAdmins` invite",
    changes: true,
    input: (show) => decides(show, "allowed admin"),
    expected: { ...hostsOnly(), moderator: 404, viewer: 404, "allowed admin": 200 },
  },
  {
    contract: guests.admitAllGuests,
    changes: true,
    input: ({ mint }) => as({ body: { roomId: mint } }),
    expected: hostsOnly(),
  },
];

import * as restrictions from "@/lib/contracts/restrictions";
import { admit } from "@/tests/support/api/factories";
import { as, hostsOnly, moderators, ofShow, type Row } from "./row";

export const restrictionRows: Row[] = [
  {
    contract: restrictions.removeParticipant,
    note: "a guest",
    changes: true,
    input: async (show) =>
      as({ ...ofShow(show), body: { identity: (await show.guestWaiting("hosts")).identity } }),
    expected: hostsOnly(),
  },
  {
    contract: restrictions.removeParticipant,
    note: "a viewer",
    changes: true,
    input: async (show) => as({ ...ofShow(show), body: { identity: await show.viewerSeat() } }),
    expected: moderators(),
  },
  { contract: restrictions.listRestrictions, input: ofShow, expected: moderators() },
  {
    contract: restrictions.liftRestriction,
    note: "a denied guest whom any admin may admit",
    changes: true,
    input: async (show) => {
      const guest = await show.guestWaiting("any admin");
      await admit(show.people.creator, guest, "deny");
      return as({ params: { mint: show.mint, subject: guest.identity } });
    },
    expected: { ...hostsOnly(), "allowed admin": 200, "org admin": 200 },
  },
];

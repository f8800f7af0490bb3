import * as contracts from "@/lib/contracts/guests";
import { guestOfCookies } from "@/lib/guests/guest-cookie";
import { readGuestState } from "@/lib/guests/guest-state";
import { clientAddress } from "@/lib/http/client-address";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { isInviteCode } from "@/lib/invites/invite-code";
import { limit } from "@/lib/limits";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.guestState,
    handle: async ({ context, body, request: { cookies, headers } }) => {
      if (isInviteCode(body.inviteToken)) {
        await limit("invite-code-by-address", clientAddress(headers));
      }
      return readGuestState(context, {
        ...body,
        guestOf: (mint) => guestOfCookies(context.db, cookies, mint),
      });
    },
  }),
);

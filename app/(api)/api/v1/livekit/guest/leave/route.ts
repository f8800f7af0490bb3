import * as contracts from "@/lib/contracts/guests";
import { guestOfCookies } from "@/lib/guests/guest-cookie";
import { leaveAsGuest } from "@/lib/guests/leave-as-guest";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.leaveAsGuest,
    handle: async ({ context, body, request }) => {
      await leaveAsGuest(context, await guestOfCookies(context.db, request.cookies, body.roomId));
      return { code: 200 as const };
    },
  }),
);

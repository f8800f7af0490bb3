import * as contracts from "@/lib/contracts/guests";
import { guestOfCookies } from "@/lib/guests/guest-cookie";
import { leaveAsGuest } from "@/lib/guests/leave-as-guest";
import { nobody } from "@/lib/http/access";
import { route } from "@/lib/http/route";

export const POST = route({
  contract: contracts.leaveAsGuest,
  access: nobody,
  handle: async ({ context, body, request }) => {
    await leaveAsGuest(context, await guestOfCookies(context.db, request.cookies, body.roomId));
    return { code: 200 as const };
  },
});

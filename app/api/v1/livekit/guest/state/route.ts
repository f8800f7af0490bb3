import * as contracts from "@/lib/contracts/guests";
import { guestOfCookies } from "@/lib/guests/guest-cookie";
import { readGuestState } from "@/lib/guests/guest-state";
import { nobody } from "@/lib/http/access";
import { route } from "@/lib/http/route";

export const POST = route({
  contract: contracts.guestState,
  access: nobody,
  handle: ({ context, body, request }) =>
    readGuestState(context, {
      ...body,
      guestOf: (mint) => guestOfCookies(context.db, request.cookies, mint),
    }),
});

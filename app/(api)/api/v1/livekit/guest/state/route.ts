import * as contracts from "@/lib/contracts/guests";
import { guestOfCookies } from "@/lib/guests/guest-cookie";
import { readGuestState } from "@/lib/guests/guest-state";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.guestState,
    handle: ({ context, body, request }) =>
      readGuestState(context, {
        ...body,
        guestOf: (mint) => guestOfCookies(context.db, request.cookies, mint),
      }),
  }),
);

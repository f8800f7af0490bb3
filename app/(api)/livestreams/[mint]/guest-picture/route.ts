import * as contracts from "@/lib/contracts/pictures";
import { guestOfCookies } from "@/lib/guests/guest-cookie";
import { putGuestPicture } from "@/lib/guests/picture/put-guest-picture";
import { takeBackGuestPicture } from "@/lib/guests/picture/take-back-guest-picture";
import { clientAddress } from "@/lib/http/client-address";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.putGuestPicture,
    handle: async ({ context, params: { mint }, body, request }) => {
      await putGuestPicture(context, await guestOfCookies(context.db, request.cookies, mint), {
        bytes: body,
        address: clientAddress(request.headers),
        signal: request.signal,
      });
      return { code: 200 as const };
    },
  }),
  route({
    contract: contracts.takeBackGuestPicture,
    handle: async ({ context, params: { mint }, request }) => {
      await takeBackGuestPicture(context, await guestOfCookies(context.db, request.cookies, mint));
      return { code: 200 as const };
    },
  }),
);

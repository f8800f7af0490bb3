import { actorOfBrowser } from "@/lib/auth/actor";
import { roomAuth } from "@/lib/contracts/guests";
import { guestCookie, guestSecret } from "@/lib/guests/guest-cookie";
import { knock } from "@/lib/guests/knock";
import { clientAddress } from "@/lib/http/client-address";
import { Reply, route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { successStatus } from "@/lib/http/slashed";
import { limit } from "@/lib/limits";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: roomAuth,
    handle: async ({ context, body, request: { cookies, headers, nextUrl } }) => {
      await limit("knock-by-address", clientAddress(headers));
      const { token, mint, secret } = await knock(context, {
        ...body,
        accountId: (await actorOfBrowser(cookies))?.id ?? null,
        secretOf: (room) => guestSecret(cookies, room),
      });
      return new Reply(
        { livekitToken: token.token },
        { status: successStatus(nextUrl), headers: { "Set-Cookie": guestCookie(mint, secret) } },
      );
    },
  }),
);

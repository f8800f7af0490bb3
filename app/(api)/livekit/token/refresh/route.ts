import * as contracts from "@/lib/contracts/tokens";
import { guestOfCookies } from "@/lib/guests/guest-cookie";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { refreshToken } from "@/lib/show/refresh-token";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.refreshToken,
    handle: ({ context, actor, body, request: { cookies } }) =>
      refreshToken(context, {
        ...body,
        actor,
        guestOf: (mint) => guestOfCookies(context.db, cookies, mint),
      }),
  }),
);

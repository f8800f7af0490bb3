import * as contracts from "@/lib/contracts/backstage";
import { placeGuest } from "@/lib/guests/place-guest";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.placeGuest,
    handle: async ({ context, actor, params, body }) => {
      await placeGuest(context, actor, { ...params, ...body });
      return { identity: params.identity, ...body };
    },
  }),
);

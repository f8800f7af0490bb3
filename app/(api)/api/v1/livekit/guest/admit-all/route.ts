import * as contracts from "@/lib/contracts/guests";
import { admitAllGuests } from "@/lib/guests/admit-all-guests";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.admitAllGuests,
    handle: async ({ context, actor, body }) => ({
      code: 200 as const,
      admitted: await admitAllGuests(context, actor, { mint: body.roomId, place: body.place }),
    }),
  }),
);

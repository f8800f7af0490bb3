import * as contracts from "@/lib/contracts/livestreams";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { endLivestream } from "@/lib/livestreams/end-livestream";
import { presentLivestream, requireHosted } from "@/lib/livestreams/find-livestream";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.endLivestream,
    handle: async ({ context, actor, params: { mint } }) => {
      await requireHosted(context.db, mint, actor.id);
      await endLivestream(context, mint);
      return presentLivestream(context.db, mint);
    },
  }),
);

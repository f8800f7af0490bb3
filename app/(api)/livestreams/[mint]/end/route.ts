import * as contracts from "@/lib/contracts/livestreams";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { presentLivestream, requireHosted } from "@/lib/livestreams/find-livestream";
import { endLivestream } from "@/lib/show/end-livestream";

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

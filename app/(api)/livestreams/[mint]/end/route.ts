import * as contracts from "@/lib/contracts/livestreams";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { presentLivestream, requireMay } from "@/lib/livestreams/find-livestream";
import { endLivestream } from "@/lib/show/end-livestream";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.endLivestream,
    handle: async ({ context, actor, params: { mint } }) => {
      await requireMay(context.db, mint, actor.id, "end");
      await endLivestream(context, mint, { by: actor.id });
      return presentLivestream(context.db, mint);
    },
  }),
);

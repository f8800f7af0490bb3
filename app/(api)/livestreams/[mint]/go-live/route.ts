import * as contracts from "@/lib/contracts/livestreams";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { goLive } from "@/lib/show/go-live";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.goLive,
    handle: ({ context, actor, params }) => goLive(context, actor, params.mint),
  }),
);

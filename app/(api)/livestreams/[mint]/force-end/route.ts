import * as contracts from "@/lib/contracts/admin/livestreams";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { forceEndLivestream } from "@/lib/show/force-end-livestream";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.forceEnd,
    handle: ({ context, actor, params, body }) =>
      forceEndLivestream(context, actor, { ...params, ...body }),
  }),
);

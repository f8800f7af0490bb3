import * as contracts from "@/lib/contracts/stage";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { featureViewer } from "@/lib/stage/feature-viewer";
import { listFeatured } from "@/lib/stage/list-featured";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.listFeatured,
    handle: async ({ context, actor, params }) => ({
      featured: await listFeatured(context, actor, params.mint),
    }),
  }),
  route({
    contract: contracts.featureViewer,
    handle: async ({ context, actor, params, body }) => ({
      featured: await featureViewer(context, actor, { ...params, ...body }),
    }),
  }),
);

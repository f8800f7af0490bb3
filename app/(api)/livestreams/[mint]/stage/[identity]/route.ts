import * as contracts from "@/lib/contracts/stage";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { unfeatureViewer } from "@/lib/stage/unfeature-viewer";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.unfeatureViewer,
    handle: async ({ context, actor, params }) => ({
      featured: await unfeatureViewer(context, actor, params),
    }),
  }),
);

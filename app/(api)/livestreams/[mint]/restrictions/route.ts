import * as contracts from "@/lib/contracts/restrictions";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { listRestrictions } from "@/lib/moderation/list-restrictions";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.listRestrictions,
    handle: async ({ context, actor, params }) => ({
      restrictions: await listRestrictions(context, actor, params.mint),
    }),
  }),
);

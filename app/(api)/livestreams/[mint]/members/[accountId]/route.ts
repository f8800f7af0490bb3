import * as contracts from "@/lib/contracts/livestreams";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { removeMember } from "@/lib/show/members";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.removeMember,
    handle: async ({ context, actor, params }) => ({
      members: await removeMember(context, actor, params.mint, params.accountId),
    }),
  }),
);

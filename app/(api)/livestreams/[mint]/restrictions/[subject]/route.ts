import * as contracts from "@/lib/contracts/restrictions";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { liftRestriction } from "@/lib/moderation/lift-restriction";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.liftRestriction,
    handle: async ({ context, actor, params }) => ({
      lifted: true as const,
      identity: await liftRestriction(context, actor, params),
    }),
  }),
);

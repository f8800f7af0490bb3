import { liftAnyRestriction } from "@/lib/admin/lift-any-restriction";
import * as contracts from "@/lib/contracts/admin/restrictions";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.liftAnyRestriction,
    handle: async ({ context, actor, params }) => {
      await liftAnyRestriction(context, actor, params);
      return { lifted: true as const };
    },
  }),
);

import { endOwnSession } from "@/lib/auth/manage-sessions";
import * as contracts from "@/lib/contracts/accounts/sessions";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.endSession,
    handle: async ({ context, actor, params }) => {
      await endOwnSession(context, actor, params.id);
      return { ended: true as const };
    },
  }),
);

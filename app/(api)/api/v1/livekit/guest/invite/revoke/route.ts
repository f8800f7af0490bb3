import * as contracts from "@/lib/contracts/invites";
import { revokeInvite } from "@/lib/guests/revoke-invite";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.revokeInvite,
    handle: async ({ context, actor, body }) => {
      await revokeInvite(context, actor, body.jti);
      return { code: 200 as const };
    },
  }),
);

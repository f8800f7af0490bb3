import { revokeApiKey } from "@/lib/api-keys/revoke-api-key";
import * as contracts from "@/lib/contracts/accounts/api-keys";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.revokeApiKey,
    handle: async ({ context, actor, params }) => {
      await revokeApiKey(context, actor, params.id);
      return { revoked: true as const };
    },
  }),
);

import * as contracts from "@/lib/contracts/stream-keys";
import { revokeStreamKey } from "@/lib/encoders/revoke-stream-key";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.revokeStreamKey,
    handle: async ({ context, actor, params }) => {
      await revokeStreamKey(context, actor, params);
      return { revoked: true as const };
    },
  }),
);

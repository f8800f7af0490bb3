import { connectionCheck } from "@/lib/contracts/tokens";
import { limitTokens } from "@/lib/http/limit-tokens";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { beginConnectionCheck } from "@/lib/show/begin-connection-check";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: connectionCheck,
    handle: async ({ context, actor, params, request }) => {
      await limitTokens(request, actor);
      return beginConnectionCheck(context, actor, params.mint);
    },
  }),
);

import * as contracts from "@/lib/contracts/whip";
import { closeSession } from "@/lib/encoders/close-session";
import { patchSession } from "@/lib/encoders/patch-session";
import { Reply, route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.patchEncoderSession,
    handle: async ({ context, actor, params, body, request }) => {
      const ifMatch = request.headers.get("if-match");
      const patch = { ...params, ifMatch, fragment: body };
      const { fragment, etag } = await patchSession(context, actor, patch);
      return new Reply(fragment, {
        status: fragment ? 200 : 204,
        headers: etag ? { ETag: etag } : {},
      });
    },
  }),
  route({
    contract: contracts.endEncoderSession,
    handle: async ({ context, actor, params }) => {
      await closeSession(context, actor, params.session);
      return { ended: true as const };
    },
  }),
);

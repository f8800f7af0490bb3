import { viewerPass } from "@/lib/contracts/tokens";
import { limitTokens } from "@/lib/http/limit-tokens";
import { visitorRoute } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { readViewerPass } from "@/lib/show/viewer-pass";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  visitorRoute({
    contract: viewerPass,
    handle: ({ context, actor: visitor, params, request }) =>
      readViewerPass(context, visitor, params.mint, (viewer) => limitTokens(request, viewer)),
  }),
);

import { participantToken } from "@/lib/contracts/tokens";
import { limitTokens } from "@/lib/http/limit-tokens";
import { visitorRoute } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { issueViewerToken } from "@/lib/show/issue-token";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  visitorRoute({
    contract: participantToken,
    handle: ({ context, actor: visitor, query, request }) =>
      issueViewerToken(context, visitor, query, (viewer) => limitTokens(request, viewer)),
  }),
);

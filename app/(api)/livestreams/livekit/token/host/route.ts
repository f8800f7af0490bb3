import { hostToken } from "@/lib/contracts/tokens";
import { limitTokens } from "@/lib/http/limit-tokens";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { issueHostToken } from "@/lib/show/issue-token";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: hostToken,
    handle: async ({ context, actor, query, request }) => {
      await limitTokens(request, actor);
      return issueHostToken(context, actor, query);
    },
  }),
);

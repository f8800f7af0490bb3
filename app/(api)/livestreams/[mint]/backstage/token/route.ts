import { askingOf } from "@/lib/chat/speaker";
import { backstageToken } from "@/lib/contracts/tokens";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { issueBackstageToken } from "@/lib/show/issue-backstage-token";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: backstageToken,
    handle: async ({ context, actor, params: { mint }, body, request }) => {
      const asking = await askingOf(context, actor, request.cookies, mint);
      return issueBackstageToken(context, asking, { mint, ...body });
    },
  }),
);

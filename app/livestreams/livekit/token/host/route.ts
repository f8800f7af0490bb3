import { hostToken } from "@/lib/contracts/tokens";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { limit } from "@/lib/limits";
import { issueHostToken } from "@/lib/livestreams/issue-token";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: hostToken,
    handle: async ({ context, actor, query }) => {
      await limit("token", actor.id);
      return issueHostToken(context, actor, query);
    },
  }),
);

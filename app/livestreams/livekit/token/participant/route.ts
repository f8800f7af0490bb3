import { participantToken } from "@/lib/contracts/tokens";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { limit } from "@/lib/limits";
import { issueViewerToken } from "@/lib/livestreams/issue-token";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: participantToken,
    handle: async ({ context, actor, query }) => {
      await limit("token", actor.id);
      return issueViewerToken(context, actor, query);
    },
  }),
);

import { agentToken } from "@/lib/contracts/tokens";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { limit } from "@/lib/limits";
import { issueAgentToken } from "@/lib/operator/issue-agent-token";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: agentToken,
    handle: async ({ context, actor, body }) => {
      await limit("token", actor.id);
      return issueAgentToken(context, actor, body);
    },
  }),
);

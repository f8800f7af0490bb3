import { serviceToken } from "@/lib/contracts/tokens";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { limit } from "@/lib/limits";
import { issueServiceToken } from "@/lib/operator/issue-service-token";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: serviceToken,
    handle: async ({ context, actor, body }) => {
      await limit("token", actor.id);
      return issueServiceToken(context, body);
    },
  }),
);

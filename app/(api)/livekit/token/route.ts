import { ownToken } from "@/lib/contracts/tokens";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { limit } from "@/lib/limits";
import { presentToken, readTokenRequest } from "@/lib/livestreams/token-request";
import { issueOwnToken } from "@/lib/show/issue-own-token";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: ownToken,
    handle: async ({ context, actor, query, body }) => {
      const wanted = readTokenRequest(query, body);
      await limit("token", actor.id);
      return presentToken(await issueOwnToken(context, actor, wanted), wanted.answer);
    },
  }),
);

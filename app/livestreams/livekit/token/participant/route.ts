import { participantToken } from "@/lib/contracts/tokens";
import { signedIn } from "@/lib/http/access";
import { route } from "@/lib/http/route";
import { limit } from "@/lib/limits";
import { issueViewerToken } from "@/lib/livestreams/issue-token";

export const GET = route({
  contract: participantToken,
  access: signedIn,
  handle: async ({ context, actor, query }) => {
    await limit("token", actor.id);
    return issueViewerToken(context, actor, query);
  },
});

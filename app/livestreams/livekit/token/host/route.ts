import { hostToken } from "@/lib/contracts/tokens";
import { signedIn } from "@/lib/http/access";
import { route } from "@/lib/http/route";
import { limit } from "@/lib/limits";
import { issueHostToken } from "@/lib/livestreams/issue-token";

export const GET = route({
  contract: hostToken,
  access: signedIn,
  handle: async ({ context, actor, query }) => {
    await limit("token", actor.id);
    return issueHostToken(context, actor, query);
  },
});

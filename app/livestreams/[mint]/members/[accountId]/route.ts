import * as contracts from "@/lib/contracts/livestreams";
import { signedIn } from "@/lib/http/access";
import { route } from "@/lib/http/route";
import { removeMember } from "@/lib/livestreams/members";

export const DELETE = route({
  contract: contracts.removeMember,
  access: signedIn,
  handle: async ({ context, actor, params }) => ({
    members: await removeMember(context, actor, params.mint, params.accountId),
  }),
});

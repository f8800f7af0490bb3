import * as contracts from "@/lib/contracts/livestreams";
import { signedIn } from "@/lib/http/access";
import { route } from "@/lib/http/route";
import { removeParticipant } from "@/lib/moderation/remove-participant";

export const POST = route({
  contract: contracts.removeParticipant,
  access: signedIn,
  handle: async ({ context, actor, params, body }) => {
    await removeParticipant(context, actor, { ...params, ...body });
    return { removed: true as const };
  },
});

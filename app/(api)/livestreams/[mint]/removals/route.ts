import * as contracts from "@/lib/contracts/restrictions";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { removeParticipant } from "@/lib/moderation/remove-participant";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.removeParticipant,
    handle: async ({ context, actor, params, body }) => {
      await removeParticipant(context, actor, { ...params, ...body });
      return { removed: true as const };
    },
  }),
);

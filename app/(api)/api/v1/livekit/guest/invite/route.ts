import * as contracts from "@/lib/contracts/invites";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { createInvite } from "@/lib/invites/create-invite";
import { limit } from "@/lib/limits";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.createInvite,
    handle: async ({ context, actor, body }) => {
      await limit("invite", actor.id);
      return createInvite(context, actor, body);
    },
  }),
);

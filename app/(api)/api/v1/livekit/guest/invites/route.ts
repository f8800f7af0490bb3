import * as contracts from "@/lib/contracts/invites";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { listInvites } from "@/lib/invites/list-invites";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.listInvites,
    handle: async ({ context, actor, query }) => ({
      invites: await listInvites(context, actor, query.roomId),
    }),
  }),
);

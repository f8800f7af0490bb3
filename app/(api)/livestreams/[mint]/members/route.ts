import * as contracts from "@/lib/contracts/livestreams";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { addMember, listMembers } from "@/lib/show/members";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.listMembers,
    handle: async ({ context, actor, params }) => ({
      members: await listMembers(context, actor, params.mint),
    }),
  }),
  route({
    contract: contracts.addMember,
    handle: async ({ context, actor, params, body }) => ({
      members: await addMember(context, actor, params.mint, body),
    }),
  }),
);

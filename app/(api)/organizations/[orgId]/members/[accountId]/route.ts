import { removeMember } from "@/lib/brands/change-membership";
import * as contracts from "@/lib/contracts/organizations";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.removeOrganizationMember,
    handle: async ({ context, actor, params }) => ({
      members: await removeMember(context, actor, params),
    }),
  }),
);

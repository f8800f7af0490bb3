import { putMember } from "@/lib/brands/change-membership";
import * as contracts from "@/lib/contracts/organizations";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { listOrganizationMembers } from "@/lib/organizations/list-members";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.listOrganizationMembers,
    handle: async ({ context, actor, params }) => ({
      members: await listOrganizationMembers(context, actor, params.orgId),
    }),
  }),
  route({
    contract: contracts.putOrganizationMember,
    handle: async ({ context, actor, params, body }) => ({
      members: await putMember(context, actor, { ...params, ...body }),
    }),
  }),
);

import * as contracts from "@/lib/contracts/organizations";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { presentOrganization } from "@/lib/organizations/present-organization";
import { renameOrganization } from "@/lib/organizations/rename-organization";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.readOrganization,
    handle: ({ context, actor, params }) => presentOrganization(context.db, actor.id, params.orgId),
  }),
  route({
    contract: contracts.renameOrganization,
    handle: ({ context, actor, params, body }) =>
      renameOrganization(context, actor, { ...params, ...body }),
  }),
);

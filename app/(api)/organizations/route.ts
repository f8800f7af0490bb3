import * as contracts from "@/lib/contracts/organizations";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { createOrganization } from "@/lib/organizations/create-organization";
import { presentOrganizations } from "@/lib/organizations/present-organization";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.createOrganization,
    handle: ({ context, actor, body }) => createOrganization(context, actor, body),
  }),
  route({
    contract: contracts.listOrganizations,
    handle: async ({ context, actor }) => ({
      organizations: await presentOrganizations(context.db, actor.id),
    }),
  }),
);

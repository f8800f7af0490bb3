import { readBrand } from "@/lib/brands/brand-access";
import { changeBrand } from "@/lib/brands/change-brand";
import * as contracts from "@/lib/contracts/accounts/brand";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.readBrand,
    handle: ({ context, actor, params: { orgId } }) => readBrand(context.db, actor.id, orgId),
  }),
  route({
    contract: contracts.changeBrand,
    handle: ({ context, actor, params, body }) =>
      changeBrand(context, actor, { ...params, ...body }),
  }),
);

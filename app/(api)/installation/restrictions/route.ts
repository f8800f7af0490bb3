import { listAllRestrictions } from "@/lib/admin/list-restrictions";
import * as contracts from "@/lib/contracts/admin/restrictions";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.listAllRestrictions,
    handle: ({ context, query }) => listAllRestrictions(context, query),
  }),
);

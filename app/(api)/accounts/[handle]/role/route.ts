import { changeRole } from "@/lib/admin/change-role";
import * as contracts from "@/lib/contracts/admin/accounts";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.changeRole,
    handle: ({ context, actor, params, body }) =>
      changeRole(context, actor, { ...params, ...body }),
  }),
);

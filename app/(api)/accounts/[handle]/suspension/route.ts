import { liftSuspension, suspendAccount } from "@/lib/admin/suspend-account";
import * as contracts from "@/lib/contracts/admin/accounts";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.suspendAccount,
    handle: ({ context, actor, params, body }) =>
      suspendAccount(context, actor, { ...params, ...body }),
  }),
  route({
    contract: contracts.liftSuspension,
    handle: ({ context, actor, params }) => liftSuspension(context, actor, params.handle),
  }),
);

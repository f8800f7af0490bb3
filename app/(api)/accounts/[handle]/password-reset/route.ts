import { createResetLink } from "@/lib/auth/create-reset-link";
import * as contracts from "@/lib/contracts/accounts/passwords";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.createResetLink,
    handle: ({ context, actor, params }) => createResetLink(context, actor, params.handle),
  }),
);

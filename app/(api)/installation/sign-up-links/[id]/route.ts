import { revokeSignUpLink } from "@/lib/admin/sign-up-links";
import * as contracts from "@/lib/contracts/admin/sign-up-links";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.revokeSignUpLink,
    handle: async ({ context, actor, params }) => {
      await revokeSignUpLink(context, actor, params.id);
      return { revoked: true } as const;
    },
  }),
);

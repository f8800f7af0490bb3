import { allowLinking, unlinkIdentity, waysToSignIn } from "@/lib/auth/linked-identity";
import * as contracts from "@/lib/contracts/accounts/linked-identity";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.readWaysToSignIn,
    handle: ({ context, actor }) => waysToSignIn(context, actor),
  }),
  route({
    contract: contracts.allowLinking,
    handle: ({ context, actor, body }) => allowLinking(context, actor, body.currentPassword),
  }),
  route({
    contract: contracts.unlinkIdentity,
    handle: async ({ context, actor }) => {
      await unlinkIdentity(context, actor);
      return { unlinked: true as const };
    },
  }),
);

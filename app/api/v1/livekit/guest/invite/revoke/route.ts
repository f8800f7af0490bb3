import * as contracts from "@/lib/contracts/guests";
import { revokeInvite } from "@/lib/guests/revoke-invite";
import { signedIn } from "@/lib/http/access";
import { route } from "@/lib/http/route";

export const POST = route({
  contract: contracts.revokeInvite,
  access: signedIn,
  handle: async ({ context, actor, body }) => {
    await revokeInvite(context, actor, body.jti);
    return { code: 200 as const };
  },
});

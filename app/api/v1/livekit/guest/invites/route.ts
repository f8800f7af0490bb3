import * as contracts from "@/lib/contracts/guests";
import { listInvites } from "@/lib/guests/list-invites";
import { signedIn } from "@/lib/http/access";
import { route } from "@/lib/http/route";

export const GET = route({
  contract: contracts.listInvites,
  access: signedIn,
  handle: async ({ context, actor, query }) => ({
    invites: await listInvites(context, actor, query.roomId),
  }),
});

import * as contracts from "@/lib/contracts/guests";
import { createInvite } from "@/lib/guests/create-invite";
import { signedIn } from "@/lib/http/access";
import { route } from "@/lib/http/route";

export const POST = route({
  contract: contracts.createInvite,
  access: signedIn,
  handle: ({ context, actor, body }) => createInvite(context, actor, body),
});

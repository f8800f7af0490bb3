import { mutePerson } from "@/lib/chat/mute-person";
import * as contracts from "@/lib/contracts/chat";
import { signedIn } from "@/lib/http/access";
import { route } from "@/lib/http/route";

export const POST = route({
  contract: contracts.mutePerson,
  access: signedIn,
  handle: async ({ context, actor, params, body }) => {
    await mutePerson(context, actor, { ...params, ...body });
    return { muted: true };
  },
});

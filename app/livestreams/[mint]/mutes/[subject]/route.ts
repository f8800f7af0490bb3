import { unmutePerson } from "@/lib/chat/mute-person";
import * as contracts from "@/lib/contracts/chat";
import { signedIn } from "@/lib/http/access";
import { route } from "@/lib/http/route";

export const DELETE = route({
  contract: contracts.unmutePerson,
  access: signedIn,
  handle: async ({ context, actor, params }) => {
    await unmutePerson(context, actor, params);
    return { muted: false };
  },
});

import { unmutePerson } from "@/lib/chat/mute-person";
import * as contracts from "@/lib/contracts/chat";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.unmutePerson,
    handle: async ({ context, actor, params }) => {
      await unmutePerson(context, actor, params);
      return { muted: false };
    },
  }),
);

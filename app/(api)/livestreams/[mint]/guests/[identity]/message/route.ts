import * as contracts from "@/lib/contracts/backstage";
import { messageGuest } from "@/lib/guests/message-guest";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.messageGuest,
    handle: async ({ context, actor, params, body: { text } }) => {
      await messageGuest(context, actor, { ...params, text });
      return { identity: params.identity, message: text };
    },
  }),
);

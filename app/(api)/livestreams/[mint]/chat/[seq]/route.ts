import { deleteChat } from "@/lib/chat/delete-chat";
import { askingOf } from "@/lib/chat/speaker";
import * as contracts from "@/lib/contracts/chat";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.deleteChat,
    handle: async ({ context, actor, params, request }) => {
      const asking = await askingOf(context, actor, request.cookies, params.mint);
      return deleteChat(context, asking, params);
    },
  }),
);

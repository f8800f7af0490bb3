import { postBackstageChat, readBackstageChat } from "@/lib/chat/backstage-chat";
import { askingOf } from "@/lib/chat/speaker";
import * as contracts from "@/lib/contracts/backstage";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.readBackstageChat,
    handle: async ({ context, actor, params, query, request }) => {
      const asking = await askingOf(context, actor, request.cookies, params.mint);
      return readBackstageChat(context, asking, { ...params, ...query });
    },
  }),
  route({
    contract: contracts.postBackstageChat,
    handle: async ({ context, actor, params, body, request }) => {
      const asking = await askingOf(context, actor, request.cookies, params.mint);
      return postBackstageChat(context, asking, { ...params, ...body });
    },
  }),
);

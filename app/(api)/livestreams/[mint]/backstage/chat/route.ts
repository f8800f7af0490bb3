import { postBackstageChat, readBackstageChat } from "@/lib/chat/backstage-chat";
import * as contracts from "@/lib/contracts/backstage";
import { guestOfCookies } from "@/lib/guests/guest-cookie";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.readBackstageChat,
    handle: async ({ context, actor, params, query, request }) => {
      const guest = await guestOfCookies(context.db, request.cookies, params.mint);
      return readBackstageChat(context, { actor, guest }, { ...params, ...query });
    },
  }),
  route({
    contract: contracts.postBackstageChat,
    handle: async ({ context, actor, params, body, request }) => {
      const guest = await guestOfCookies(context.db, request.cookies, params.mint);
      return postBackstageChat(context, { actor, guest }, { ...params, ...body });
    },
  }),
);

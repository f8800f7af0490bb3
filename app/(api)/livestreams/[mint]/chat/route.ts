import { postChat } from "@/lib/chat/post-chat";
import { readChat } from "@/lib/chat/read-chat";
import * as contracts from "@/lib/contracts/chat";
import { guestOfCookies } from "@/lib/guests/guest-cookie";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.readChat,
    handle: async ({ context, actor, params, query, request }) => {
      const guest = await guestOfCookies(context.db, request.cookies, params.mint);
      return readChat(context, { actor, guest }, { ...params, ...query });
    },
  }),
  route({
    contract: contracts.postChat,
    handle: async ({ context, actor, params, body, request }) => {
      const guest = await guestOfCookies(context.db, request.cookies, params.mint);
      return postChat(context, { actor, guest }, { ...params, ...body });
    },
  }),
);

import { deleteChat } from "@/lib/chat/delete-chat";
import * as contracts from "@/lib/contracts/chat";
import { guestOfCookies } from "@/lib/guests/guest-cookie";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.deleteChat,
    handle: async ({ context, actor, params, request }) => {
      const guest = await guestOfCookies(context.db, request.cookies, params.mint);
      return deleteChat(context, { actor, guest }, params);
    },
  }),
);

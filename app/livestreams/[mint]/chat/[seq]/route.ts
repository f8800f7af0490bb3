import { deleteChat } from "@/lib/chat/delete-chat";
import * as contracts from "@/lib/contracts/chat";
import { guestOfCookies } from "@/lib/guests/guest-cookie";
import { anyone } from "@/lib/http/access";
import { route } from "@/lib/http/route";

export const DELETE = route({
  contract: contracts.deleteChat,
  access: anyone,
  handle: async ({ context, actor, params, request }) => {
    const guest = await guestOfCookies(context.db, request.cookies, params.mint);
    return deleteChat(context, { actor, guest }, params);
  },
});

import { postChat } from "@/lib/chat/post-chat";
import { readChat } from "@/lib/chat/read-chat";
import * as contracts from "@/lib/contracts/chat";
import { guestOfCookies } from "@/lib/guests/guest-cookie";
import { anyone } from "@/lib/http/access";
import { route } from "@/lib/http/route";

export const GET = route({
  contract: contracts.readChat,
  access: anyone,
  handle: async ({ context, actor, params, query, request }) => {
    const guest = await guestOfCookies(context.db, request.cookies, params.mint);
    return readChat(context, { actor, guest }, { ...params, ...query });
  },
});

export const POST = route({
  contract: contracts.postChat,
  access: anyone,
  handle: async ({ context, actor, params, body, request }) => {
    const guest = await guestOfCookies(context.db, request.cookies, params.mint);
    return postChat(context, { actor, guest }, { ...params, ...body });
  },
});

import { postChat } from "@/lib/chat/post-chat";
import { readChat } from "@/lib/chat/read-chat";
import { askingOf } from "@/lib/chat/speaker";
import * as contracts from "@/lib/contracts/chat";
import { clientAddress } from "@/lib/http/client-address";
import { crossSite, isFromAnotherOrigin } from "@/lib/http/other-origins";
import { Reply, route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.readChat,
    handle: async ({ context, actor, params, query, request }) => {
      const asking = await askingOf(context, actor, request.cookies, params.mint);
      return readChat(context, asking, { ...params, ...query });
    },
  }),
  route({
    contract: contracts.postChat,
    handle: async ({ context, actor, params, body, request }) => {
      // Another site must not make its readers write: without an account, no credential is missing.
      if (body.name !== undefined && isFromAnotherOrigin(request)) throw crossSite();
      const asking = await askingOf(context, actor, request.cookies, params.mint);
      const said = { ...params, ...body, address: clientAddress(request.headers) };
      const { message, cookie } = await postChat(context, asking, said);
      return new Reply(message, cookie ? { headers: { "Set-Cookie": cookie } } : {});
    },
  }),
);

import { readChannelCard } from "@/lib/cards/read-channel-card";
import * as contracts from "@/lib/contracts/cards";
import { clientAddress } from "@/lib/http/client-address";
import { Reply, route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.readChannelCard,
    handle: async ({ context, actor, params, query, request }) => {
      const asked = { ...params, ...query, address: clientAddress(request.headers) };
      const { bytes, cacheControl } = await readChannelCard(context, actor, asked);
      return new Reply(bytes, { headers: { "Cache-Control": cacheControl } });
    },
  }),
);

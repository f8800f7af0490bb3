import * as contracts from "@/lib/contracts/guests";
import { listWaiting } from "@/lib/guests/list-waiting";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.listWaiting,
    handle: async ({ context, actor, query }) => ({
      guests: await listWaiting(context, actor, query.roomId),
    }),
  }),
);

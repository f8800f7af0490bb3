import { listAllLivestreams } from "@/lib/admin/list-all-livestreams";
import * as contracts from "@/lib/contracts/admin/livestreams";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.listAllLivestreams,
    handle: ({ context, query }) => listAllLivestreams(context, query),
  }),
);

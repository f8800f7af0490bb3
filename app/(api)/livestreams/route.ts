import * as contracts from "@/lib/contracts/livestreams";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { createLivestream } from "@/lib/livestreams/create-livestream";
import { listLivestreams } from "@/lib/livestreams/list-livestreams";
import { Problem } from "@/lib/problem";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.listLivestreams,
    handle: async ({ context, actor, query: { mine, ...wanted } }) => {
      if (mine && !actor) throw new Problem("not-signed-in", "Sign in to list your livestreams.");
      return listLivestreams(context, { ...wanted, hostedBy: mine ? actor?.id : undefined });
    },
  }),
  route({
    contract: contracts.createLivestream,
    handle: ({ context, actor, body }) => createLivestream(context, actor, body),
  }),
);

import * as contracts from "@/lib/contracts/livestreams";
import { anyone, signedIn } from "@/lib/http/access";
import { route } from "@/lib/http/route";
import { createLivestream } from "@/lib/livestreams/create-livestream";
import { listLivestreams } from "@/lib/livestreams/list-livestreams";
import { Problem } from "@/lib/problem";

export const GET = route({
  contract: contracts.listLivestreams,
  access: anyone,
  handle: async ({ context, actor, query: { mine, ...wanted } }) => {
    if (mine && !actor) throw new Problem("not-signed-in", "Sign in to list your livestreams.");
    return listLivestreams(context, { ...wanted, hostedBy: mine ? actor?.id : undefined });
  },
});

export const POST = route({
  contract: contracts.createLivestream,
  access: signedIn,
  handle: ({ context, actor, body }) => createLivestream(context, actor, body),
});

import * as contracts from "@/lib/contracts/livestreams";
import { anyone, signedIn } from "@/lib/http/access";
import { route } from "@/lib/http/route";
import { editLivestream } from "@/lib/livestreams/edit-livestream";
import { presentLivestream, requireWatchable } from "@/lib/livestreams/find-livestream";

export const GET = route({
  contract: contracts.readLivestream,
  access: anyone,
  handle: async ({ context: { db }, actor, params: { mint } }) => {
    await requireWatchable(db, mint, actor?.id ?? null);
    return presentLivestream(db, mint);
  },
});

export const PATCH = route({
  contract: contracts.editLivestream,
  access: signedIn,
  handle: ({ context, actor, params, body }) => editLivestream(context, actor, params.mint, body),
});

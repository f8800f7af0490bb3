import * as contracts from "@/lib/contracts/livestreams";
import { signedIn } from "@/lib/http/access";
import { route } from "@/lib/http/route";
import { endLivestream } from "@/lib/livestreams/end-livestream";
import { presentLivestream, requireHosted } from "@/lib/livestreams/find-livestream";

export const POST = route({
  contract: contracts.endLivestream,
  access: signedIn,
  handle: async ({ context, actor, params: { mint } }) => {
    await requireHosted(context.db, mint, actor.id);
    await endLivestream(context, mint);
    return presentLivestream(context.db, mint);
  },
});

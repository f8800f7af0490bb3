import { readChannel } from "@/lib/contracts/accounts/channel";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { findChannel } from "@/lib/livestreams/find-channel";
import { Problem } from "@/lib/problem";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: readChannel,
    handle: async ({ context, actor, params: { handle } }) => {
      const found = await findChannel(context, actor?.id ?? null, handle);
      if (!found)
        throw new Problem("account-not-found", `There’s no channel with the handle @${handle}.`);
      return found;
    },
  }),
);

import { readChannel } from "@/lib/contracts/accounts";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { findChannel } from "@/lib/livestreams/find-channel";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: readChannel,
    handle: ({ context, actor, params }) => findChannel(context, actor?.id ?? null, params.handle),
  }),
);

import * as contracts from "@/lib/contracts/livestream-actions";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { cancelLivestream } from "@/lib/show/cancel-livestream";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.cancelLivestream,
    handle: ({ context, actor, params: { mint } }) => cancelLivestream(context, actor, mint),
  }),
);

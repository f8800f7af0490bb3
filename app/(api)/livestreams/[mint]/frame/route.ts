import * as contracts from "@/lib/contracts/pictures";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { putFrame } from "@/lib/livestreams/put-frame";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.putFrame,
    handle: ({ context, actor, params: { mint }, body, request: { signal } }) =>
      putFrame(context, actor, { mint, bytes: body, signal }),
  }),
);

import * as contracts from "@/lib/contracts/pictures";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { putCover } from "@/lib/livestreams/put-cover";
import { removeCover } from "@/lib/livestreams/remove-cover";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.putCover,
    handle: ({ context, actor, params: { mint }, body, request: { signal } }) =>
      putCover(context, actor, { mint, bytes: body, signal }),
  }),
  route({
    contract: contracts.removeCover,
    handle: ({ context, actor, params: { mint } }) => removeCover(context, actor, mint),
  }),
);

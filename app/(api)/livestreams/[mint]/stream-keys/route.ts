import * as contracts from "@/lib/contracts/stream-keys";
import { createStreamKey } from "@/lib/encoders/create-stream-key";
import { listStreamKeys } from "@/lib/encoders/list-stream-keys";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.listStreamKeys,
    handle: ({ context, actor, params }) => listStreamKeys(context, actor, params.mint),
  }),
  route({
    contract: contracts.createStreamKey,
    handle: ({ context, actor, params, body }) =>
      createStreamKey(context, actor, { ...params, ...body }),
  }),
);

import * as contracts from "@/lib/contracts/stream-keys";
import { rotateStreamKey } from "@/lib/encoders/rotate-stream-key";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.rotateStreamKey,
    handle: ({ context, actor, params }) => rotateStreamKey(context, actor, params),
  }),
);

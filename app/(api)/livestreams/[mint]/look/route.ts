import * as contracts from "@/lib/contracts/look";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { arrangeStage } from "@/lib/stage/arrange-stage";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.arrangeStage,
    handle: ({ context, actor, params, body }) =>
      arrangeStage(context, actor, { ...params, ...body }),
  }),
);

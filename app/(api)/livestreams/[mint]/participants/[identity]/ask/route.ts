import * as contracts from "@/lib/contracts/backstage";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { askToUnmute } from "@/lib/stage/ask-to-unmute";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.askToUnmute,
    handle: async ({ context, actor, params, body }) => {
      await askToUnmute(context, actor, { ...params, ...body });
      return { asked: true };
    },
  }),
);

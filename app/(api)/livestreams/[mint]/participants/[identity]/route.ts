import * as contracts from "@/lib/contracts/stage";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { allowSources } from "@/lib/stage/allow-sources";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.allowSources,
    handle: async ({ context, actor, params, body }) => {
      await allowSources(context, actor, { ...params, ...body });
      return { identity: params.identity, ...body };
    },
  }),
);

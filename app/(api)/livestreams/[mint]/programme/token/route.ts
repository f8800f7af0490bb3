import * as contracts from "@/lib/contracts/programme";
import { limitTokens } from "@/lib/http/limit-tokens";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { issueProgrammeToken } from "@/lib/programme/issue-programme-token";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.programmeToken,
    handle: async ({ context, params, body, request }) => {
      await limitTokens(request, null);
      return issueProgrammeToken(context, { ...params, ...body });
    },
  }),
);

import * as contracts from "@/lib/contracts/backstage";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { silenceParticipant } from "@/lib/stage/silence-participant";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.silenceParticipant,
    handle: async ({ context, actor, params, body: { source } }) => ({
      identity: params.identity,
      source,
      silenced: await silenceParticipant(context, actor, { ...params, source }),
    }),
  }),
);

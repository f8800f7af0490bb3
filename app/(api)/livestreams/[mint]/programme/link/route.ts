import * as contracts from "@/lib/contracts/programme";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { createProgrammeLink } from "@/lib/programme/create-programme-link";
import { readProgrammeLink } from "@/lib/programme/read-programme-link";
import { turnOffProgrammeLink } from "@/lib/programme/turn-off-programme-link";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.readProgrammeLink,
    handle: ({ context, actor, params }) => readProgrammeLink(context, actor, params.mint),
  }),
  route({
    contract: contracts.createProgrammeLink,
    handle: ({ context, actor, params }) => createProgrammeLink(context, actor, params.mint),
  }),
  route({
    contract: contracts.turnOffProgrammeLink,
    handle: async ({ context, actor, params }) => {
      await turnOffProgrammeLink(context, actor, params.mint);
      return { link: null };
    },
  }),
);

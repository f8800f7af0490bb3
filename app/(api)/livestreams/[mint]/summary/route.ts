import * as contracts from "@/lib/contracts/summary";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { readSummary } from "@/lib/show/read-summary";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.readSummary,
    handle: ({ context, actor, params: { mint } }) => readSummary(context, actor, mint),
  }),
);

import * as contracts from "@/lib/contracts/admin/server";
import { testMedia } from "@/lib/diagnostics/test-server";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.testMedia,
    handle: ({ context, actor }) => testMedia(context, actor),
  }),
);

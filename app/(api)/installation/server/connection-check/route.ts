import * as contracts from "@/lib/contracts/admin/server";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { testMedia } from "@/lib/installation/test-server";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.testMedia,
    handle: ({ context, actor }) => testMedia(context, actor),
  }),
);

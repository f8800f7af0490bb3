import { putLogo, removeLogo } from "@/lib/admin/settings";
import * as contracts from "@/lib/contracts/admin/installation";
import { Reply, route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { readLogo } from "@/lib/installation/read-logo";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.readLogo,
    handle: async ({ context, query }) =>
      new Reply(await readLogo(context, query), {
        headers: { "Cache-Control": "public, max-age=31536000, immutable" },
      }),
  }),
  route({
    contract: contracts.putLogo,
    handle: ({ context, actor, body, request: { signal } }) =>
      putLogo(context, actor, { bytes: body, signal }),
  }),
  route({
    contract: contracts.removeLogo,
    handle: ({ context, actor }) => removeLogo(context, actor),
  }),
);

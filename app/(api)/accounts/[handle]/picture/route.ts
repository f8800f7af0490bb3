import { readAccountPicture } from "@/lib/auth/account-picture";
import * as contracts from "@/lib/contracts/accounts/account-picture";
import { Reply, route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.readAccountPicture,
    handle: async ({ context, params, query }) =>
      new Reply(await readAccountPicture(context, { ...params, ...query }), {
        headers: { "Cache-Control": "public, max-age=31536000, immutable" },
      }),
  }),
);

import { putBrandPicture, removeBrandPicture } from "@/lib/brands/change-brand";
import { readBrandPicture } from "@/lib/brands/read-brand-picture";
import * as contracts from "@/lib/contracts/accounts/brand";
import { Reply, route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.readBrandPicture,
    handle: async ({ context, params, query }) =>
      new Reply(await readBrandPicture(context, { ...params, ...query }), {
        headers: { "Cache-Control": "public, max-age=31536000, immutable" },
      }),
  }),
  route({
    contract: contracts.putBrandPicture,
    handle: ({ context, actor, params, body, request: { signal } }) =>
      putBrandPicture(context, actor, { ...params, bytes: body, signal }),
  }),
  route({
    contract: contracts.removeBrandPicture,
    handle: ({ context, actor, params }) => removeBrandPicture(context, actor, params),
  }),
);

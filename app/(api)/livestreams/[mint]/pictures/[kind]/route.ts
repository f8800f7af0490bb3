import * as contracts from "@/lib/contracts/pictures";
import { Reply, route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { readPicture } from "@/lib/livestreams/read-picture";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.readPicture,
    handle: async ({ context, actor, params, query, request }) => {
      const { bytes, etag, cacheControl } = await readPicture(context, actor, {
        ...params,
        ...query,
      });
      const headers = { "Cache-Control": cacheControl, ETag: etag };
      const known = request.headers.get("if-none-match")?.includes(etag);
      return known ? new Reply(null, { status: 304, headers }) : new Reply(bytes, { headers });
    },
  }),
);

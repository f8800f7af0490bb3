import * as contracts from "@/lib/contracts/whip";
import { openSession } from "@/lib/encoders/open-session";
import { Reply, route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.openEncoderSession,
    handle: async ({ context, actor, body }) => {
      const { id, answer, etag, links } = await openSession(context, actor, body);
      const headers = new Headers({
        Location: `/whip/${id}`,
        "Accept-Patch": contracts.patchEncoderSession.takes?.types.join() ?? "",
        ...(etag && { ETag: etag }),
      });
      for (const link of links) headers.append("Link", link);
      return new Reply(answer, { headers });
    },
  }),
);

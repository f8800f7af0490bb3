import * as contracts from "@/lib/contracts/guests";
import { decideGuest } from "@/lib/guests/decide-guest";
import { Reply, route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { successStatus } from "@/lib/http/slashed";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.admitGuest,
    handle: async ({ context, actor, body, request }) => {
      const { roomId: mint, guestIdentity: identity, action: move, place } = body;
      await decideGuest(context, actor, { mint, identity, move, place });
      return new Reply({ code: 200 as const }, { status: successStatus(request.nextUrl) });
    },
  }),
);

import * as contracts from "@/lib/contracts/guests";
import { decideGuest } from "@/lib/guests/decide-guest";
import { signedIn } from "@/lib/http/access";
import { Reply, route } from "@/lib/http/route";
import { successStatus } from "@/lib/http/slashed";

export const POST = route({
  contract: contracts.admitGuest,
  access: signedIn,
  handle: async ({ context, actor, body, request }) => {
    const { roomId: mint, guestIdentity: identity, action: move } = body;
    await decideGuest(context, actor, { mint, identity, move });
    return new Reply({ code: 200 as const }, { status: successStatus(request.nextUrl) });
  },
});

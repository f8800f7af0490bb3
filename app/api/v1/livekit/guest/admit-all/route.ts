import * as contracts from "@/lib/contracts/guests";
import { admitAllGuests } from "@/lib/guests/admit-all-guests";
import { signedIn } from "@/lib/http/access";
import { route } from "@/lib/http/route";

export const POST = route({
  contract: contracts.admitAllGuests,
  access: signedIn,
  handle: async ({ context, actor, body }) => ({
    code: 200 as const,
    admitted: await admitAllGuests(context, actor, body.roomId),
  }),
});

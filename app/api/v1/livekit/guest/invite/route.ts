import * as contracts from "@/lib/contracts/guests";
import { createInvite } from "@/lib/guests/create-invite";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.createInvite,
    handle: ({ context, actor, body }) => createInvite(context, actor, body),
  }),
);

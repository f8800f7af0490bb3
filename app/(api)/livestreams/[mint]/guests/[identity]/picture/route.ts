import * as contracts from "@/lib/contracts/pictures";
import { seeGuestPicture } from "@/lib/guests/picture/see-guest-picture";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.seeGuestPicture,
    handle: ({ context, actor, params }) => seeGuestPicture(context, actor, params),
  }),
);

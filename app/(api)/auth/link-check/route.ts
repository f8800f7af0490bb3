import { checkLink } from "@/lib/auth/check-link";
import * as contracts from "@/lib/contracts/accounts/email-links";
import { clientAddress } from "@/lib/http/client-address";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.checkLink,
    handle: ({ context, body, request }) =>
      checkLink(context, { ...body, address: clientAddress(request.headers) }),
  }),
);

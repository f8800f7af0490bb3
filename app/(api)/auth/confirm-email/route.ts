import { confirmEmail } from "@/lib/auth/confirm-email";
import * as contracts from "@/lib/contracts/accounts/email-links";
import { clientAddress } from "@/lib/http/client-address";
import { localeOfRequest } from "@/lib/http/request-locale";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.confirmEmail,
    handle: ({ context, body, request }) => {
      const from = { address: clientAddress(request.headers), locale: localeOfRequest(request) };
      return confirmEmail(context, { ...body, ...from });
    },
  }),
);

import { mailResetLink } from "@/lib/auth/mail-reset-link";
import * as contracts from "@/lib/contracts/accounts/email-links";
import { clientAddress } from "@/lib/http/client-address";
import { localeOfRequest } from "@/lib/http/request-locale";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.forgotPassword,
    handle: async ({ context, body, request }) => {
      const from = { address: clientAddress(request.headers), locale: localeOfRequest(request) };
      await mailResetLink(context, { ...body, ...from });
      return { accepted: true as const };
    },
  }),
);

import { resetPassword } from "@/lib/auth/reset-password";
import * as contracts from "@/lib/contracts/accounts/passwords";
import { clientAddress } from "@/lib/http/client-address";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.resetPassword,
    handle: ({ context, body, request }) =>
      resetPassword(context, { ...body, address: clientAddress(request.headers) }),
  }),
);

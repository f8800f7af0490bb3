import { toProfile } from "@/lib/accounts/account";
import * as contracts from "@/lib/contracts/accounts/email-links";
import { clientAddress } from "@/lib/http/client-address";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { finishSignUp } from "@/lib/sign-up/finish-sign-up";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.finishSignUp,
    handle: async ({ context, body, request }) => {
      const address = clientAddress(request.headers);
      return { profile: toProfile(await finishSignUp(context, { ...body, address })) };
    },
  }),
);

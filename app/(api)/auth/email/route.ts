import { toProfile } from "@/lib/accounts/account";
import { changeEmail } from "@/lib/auth/change-email";
import * as contracts from "@/lib/contracts/accounts/profile";
import { clientAddress } from "@/lib/http/client-address";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.changeEmail,
    handle: async ({ context, actor, body, request }) => {
      const address = clientAddress(request.headers);
      return toProfile(await changeEmail(context, actor, { ...body, address }));
    },
  }),
);

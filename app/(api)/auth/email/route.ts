import { toProfile } from "@/lib/accounts/account";
import { changeEmail } from "@/lib/auth/change-email";
import * as contracts from "@/lib/contracts/accounts/profile";
import { clientAddress } from "@/lib/http/client-address";
import { localeOfRequest } from "@/lib/http/request-locale";
import { Reply, route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.changeEmail,
    handle: async ({ context, actor, body, request }) => {
      const from = { address: clientAddress(request.headers), locale: localeOfRequest(request) };
      const account = await changeEmail(context, actor, { ...body, ...from });
      return new Reply(toProfile(account), { status: account.email === body.email ? 200 : 202 });
    },
  }),
);

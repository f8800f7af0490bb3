import { toProfile } from "@/lib/accounts/account";
import * as contracts from "@/lib/contracts/accounts/auth";
import { clientAddress } from "@/lib/http/client-address";
import { isFromThisMachine } from "@/lib/http/from-this-machine";
import { localeOfRequest } from "@/lib/http/request-locale";
import { Reply, route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { beginSignUp } from "@/lib/sign-up/begin-sign-up";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.signUp,
    handle: async ({ context, body, request }) => {
      const account = await beginSignUp(context, {
        ...body,
        address: clientAddress(request.headers),
        locale: localeOfRequest(request),
        fromThisMachine: isFromThisMachine(request.headers),
      });
      return account
        ? { profile: toProfile(account) }
        : new Reply({ profile: null }, { status: 202 });
    },
  }),
);

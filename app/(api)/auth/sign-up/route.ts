import { toProfile } from "@/lib/accounts/account";
import { limitSignUp } from "@/lib/accounts/limit-sign-up";
import { signUp } from "@/lib/auth/sign-up";
import * as contracts from "@/lib/contracts/accounts/auth";
import { clientAddress } from "@/lib/http/client-address";
import { isFromThisMachine } from "@/lib/http/from-this-machine";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.signUp,
    handle: async ({ context, body, request }) => {
      const address = clientAddress(request.headers);
      const wanted = { ...body, fromThisMachine: isFromThisMachine(request.headers) };
      return { profile: toProfile(await limitSignUp(address, () => signUp(context, wanted))) };
    },
  }),
);

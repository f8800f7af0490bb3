import { toProfile } from "@/lib/accounts/account";
import { signIn } from "@/lib/accounts/sign-in";
import { signBearer } from "@/lib/auth/bearer";
import { login } from "@/lib/contracts/auth";
import { clientAddress } from "@/lib/http/client-address";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: login,
    handle: async ({ context, body, request }) => {
      const address = clientAddress(request.headers);
      const { account, session } = await signIn(context, { ...body, address, door: "api" });
      return {
        token: await signBearer(session),
        tokenType: "Bearer" as const,
        expiresAt: session.expiresAt.toISOString(),
        profile: toProfile(account),
      };
    },
  }),
);

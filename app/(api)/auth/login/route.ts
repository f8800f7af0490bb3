import { toProfile } from "@/lib/accounts/account";
import { signBearer } from "@/lib/auth/bearer";
import { signIn } from "@/lib/auth/sign-in";
import { login } from "@/lib/contracts/accounts/auth";
import { clientAddress } from "@/lib/http/client-address";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: login,
    handle: async ({ context, body, request }) => {
      const address = clientAddress(request.headers);
      const userAgent = request.headers.get("user-agent");
      const from = { address, userAgent, door: "api" as const };
      const { account, session } = await signIn(context, { ...body, ...from });
      return {
        token: await signBearer(session),
        tokenType: "Bearer" as const,
        expiresAt: session.expiresAt.toISOString(),
        profile: toProfile(account),
      };
    },
  }),
);

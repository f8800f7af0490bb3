import { toProfile } from "@/lib/accounts/account";
import { signIn } from "@/lib/accounts/sign-in";
import { signBearer } from "@/lib/auth/bearer";
import { login } from "@/lib/contracts/auth";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: login,
    handle: async ({ context, body }) => {
      const { account, session } = await signIn(context, { ...body, door: "api" });
      return {
        token: await signBearer(session),
        tokenType: "Bearer" as const,
        expiresAt: session.expiresAt.toISOString(),
        profile: toProfile(account),
      };
    },
  }),
);

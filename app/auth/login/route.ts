import { toProfile } from "@/lib/accounts/account";
import { signIn } from "@/lib/accounts/sign-in";
import { signBearer } from "@/lib/auth/bearer";
import { login } from "@/lib/contracts/auth";
import { nobody } from "@/lib/http/access";
import { route } from "@/lib/http/route";

export const POST = route({
  contract: login,
  access: nobody,
  handle: async ({ context, body }) => {
    const { account, session } = await signIn(context, { ...body, door: "api" });
    return {
      token: await signBearer(session),
      tokenType: "Bearer" as const,
      expiresAt: session.expiresAt.toISOString(),
      profile: toProfile(account),
    };
  },
});

import { toProfile } from "@/lib/accounts/account";
import { signUp } from "@/lib/accounts/sign-up";
import * as contracts from "@/lib/contracts/auth";
import { nobody } from "@/lib/http/access";
import { route } from "@/lib/http/route";
import { limit } from "@/lib/limits";

export const POST = route({
  contract: contracts.signUp,
  access: nobody,
  handle: async ({ context, body }) => {
    await limit("sign-up", "everybody");
    return { profile: toProfile(await signUp(context, body)) };
  },
});

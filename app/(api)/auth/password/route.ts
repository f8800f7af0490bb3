import { changePassword } from "@/lib/auth/change-password";
import * as contracts from "@/lib/contracts/accounts/passwords";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.changePassword,
    handle: async ({ context, actor, body }) => {
      await changePassword(context, actor, body);
      return { changed: true as const };
    },
  }),
);

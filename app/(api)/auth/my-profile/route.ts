import { toProfile } from "@/lib/accounts/account";
import { myProfile } from "@/lib/contracts/auth";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: myProfile,
    handle: async ({ actor }) => toProfile(actor),
  }),
);

import { isAdmin } from "@/lib/accounts/account";
import * as contracts from "@/lib/contracts/accounts/auth";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.isAdmin,
    handle: async ({ actor }) => ({ isAdmin: isAdmin(actor) }),
  }),
);

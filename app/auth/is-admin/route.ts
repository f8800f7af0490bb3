import { isAdmin } from "@/lib/accounts/account";
import * as contracts from "@/lib/contracts/auth";
import { signedIn } from "@/lib/http/access";
import { route } from "@/lib/http/route";

export const GET = route({
  contract: contracts.isAdmin,
  access: signedIn,
  handle: async ({ actor }) => ({ isAdmin: isAdmin(actor) }),
});

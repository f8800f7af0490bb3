import { toProfile } from "@/lib/accounts/account";
import { myProfile } from "@/lib/contracts/auth";
import { signedIn } from "@/lib/http/access";
import { route } from "@/lib/http/route";

export const GET = route({
  contract: myProfile,
  access: signedIn,
  handle: async ({ actor }) => toProfile(actor),
});

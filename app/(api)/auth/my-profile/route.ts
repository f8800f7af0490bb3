import { toProfile } from "@/lib/accounts/account";
import { editProfile } from "@/lib/auth/edit-profile";
import { myProfile } from "@/lib/contracts/accounts/auth";
import * as contracts from "@/lib/contracts/accounts/profile";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: myProfile,
    handle: async ({ actor }) => toProfile(actor),
  }),
  route({
    contract: contracts.editProfile,
    handle: async ({ context, actor, body }) => toProfile(await editProfile(context, actor, body)),
  }),
);

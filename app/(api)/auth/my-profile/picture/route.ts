import { toProfile } from "@/lib/accounts/account";
import { putAccountPicture, removeAccountPicture } from "@/lib/auth/account-picture";
import * as contracts from "@/lib/contracts/accounts/account-picture";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.putAccountPicture,
    handle: async ({ context, actor, body, request: { signal } }) =>
      toProfile(await putAccountPicture(context, actor, { bytes: body, signal })),
  }),
  route({
    contract: contracts.removeAccountPicture,
    handle: async ({ context, actor }) => toProfile(await removeAccountPicture(context, actor)),
  }),
);

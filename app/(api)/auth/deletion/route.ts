import * as contracts from "@/lib/contracts/accounts/own-data";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { deleteAccount } from "@/lib/own-data/delete-account";
import { planDeletion } from "@/lib/own-data/plan-deletion";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.planDeletion,
    handle: ({ context, actor }) => planDeletion(context, actor),
  }),
  route({
    contract: contracts.deleteAccount,
    handle: async ({ context, actor, body }) => {
      await deleteAccount(context, actor, body);
      return { deleted: true as const };
    },
  }),
);

import { endOtherSessions, listSessions } from "@/lib/auth/manage-sessions";
import * as contracts from "@/lib/contracts/accounts/sessions";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.listSessions,
    handle: ({ context, actor }) => listSessions(context, actor),
  }),
  route({
    contract: contracts.endOtherSessions,
    handle: async ({ context, actor }) => {
      await endOtherSessions(context, actor);
      return { ended: true as const };
    },
  }),
);

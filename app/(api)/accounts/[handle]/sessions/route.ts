import { endAllSessions } from "@/lib/admin/end-all-sessions";
import * as contracts from "@/lib/contracts/admin/accounts";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.endAllSessions,
    handle: ({ context, actor, params }) => endAllSessions(context, actor, params.handle),
  }),
);

import { decideReports } from "@/lib/admin/decide-reports";
import * as contracts from "@/lib/contracts/admin/reports";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.decideReports,
    handle: ({ context, actor, params, body }) =>
      decideReports(context, actor, { ...params, ...body }),
  }),
);

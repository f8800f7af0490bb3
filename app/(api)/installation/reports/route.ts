import { listReports } from "@/lib/admin/list-reports";
import * as contracts from "@/lib/contracts/admin/reports";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.listReports,
    handle: ({ context, query }) => listReports(context, query),
  }),
);

import { readAuditLog } from "@/lib/admin/read-audit-log";
import * as contracts from "@/lib/contracts/admin/audit-log";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.readAuditLog,
    handle: ({ context, query }) => readAuditLog(context, query),
  }),
);

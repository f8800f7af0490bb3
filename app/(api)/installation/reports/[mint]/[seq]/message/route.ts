import { deleteReportedMessage } from "@/lib/admin/delete-reported-message";
import * as contracts from "@/lib/contracts/admin/reports";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.deleteReportedMessage,
    handle: ({ context, actor, params }) => deleteReportedMessage(context, actor, params),
  }),
);

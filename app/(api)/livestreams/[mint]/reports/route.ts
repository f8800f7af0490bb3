import * as contracts from "@/lib/contracts/reports";
import { clientAddress } from "@/lib/http/client-address";
import { Reply, route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { report } from "@/lib/reports/report";
import { listReportedMessages } from "@/lib/reports/reported-messages";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.listReportedMessages,
    handle: async ({ context, actor, params }) => ({
      messages: await listReportedMessages(context, actor, params.mint),
    }),
  }),
  route({
    contract: contracts.reportLivestream,
    handle: async ({ context, actor, params, body, request }) => {
      const sender = { actor, jar: request.cookies, address: clientAddress(request.headers) };
      const cookie = await report(context, sender, { ...params, ...body });
      return new Reply({ reported: true }, cookie ? { headers: { "Set-Cookie": cookie } } : {});
    },
  }),
);

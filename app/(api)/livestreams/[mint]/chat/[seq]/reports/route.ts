import * as contracts from "@/lib/contracts/reports";
import { clientAddress } from "@/lib/http/client-address";
import { Reply, route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { report } from "@/lib/reports/report";
import { dismissReports } from "@/lib/reports/reported-messages";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.reportMessage,
    handle: async ({ context, actor, params, body, request }) => {
      const sender = { actor, jar: request.cookies, address: clientAddress(request.headers) };
      const cookie = await report(context, sender, { ...params, ...body });
      return new Reply({ reported: true }, cookie ? { headers: { "Set-Cookie": cookie } } : {});
    },
  }),
  route({
    contract: contracts.dismissReports,
    handle: async ({ context, actor, params }) => {
      await dismissReports(context, actor, params);
      return { dismissed: true as const };
    },
  }),
);

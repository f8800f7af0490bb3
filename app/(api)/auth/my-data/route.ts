import * as contracts from "@/lib/contracts/accounts/own-data";
import { Reply, route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { exportData } from "@/lib/own-data/export-data";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.exportData,
    handle: async ({ context, actor }) => {
      const filename = `greenroom-${actor.handle}.json`;
      const headers = { "Content-Disposition": `attachment; filename="${filename}"` };
      return new Reply(await exportData(context, actor), { headers });
    },
  }),
);

import * as contracts from "@/lib/contracts/calendar";
import { Reply, route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { readCalendar } from "@/lib/livestreams/read-calendar";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.readCalendar,
    handle: async ({ context, actor, params: { mint } }) =>
      new Reply(await readCalendar(context, actor, mint), {
        headers: {
          "Content-Type": "text/calendar; charset=utf-8",
          "Content-Disposition": `attachment; filename="${mint}.ics"`,
        },
      }),
  }),
);

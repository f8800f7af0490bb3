import * as contracts from "@/lib/contracts/event-log";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { readEventLog } from "@/lib/livestreams/read-event-log";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.readEventLog,
    handle: ({ context, actor, params, query }) =>
      readEventLog(context, actor, { ...params, ...query }),
  }),
);

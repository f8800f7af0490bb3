import * as contracts from "@/lib/contracts/admin/server";
import { readServer } from "@/lib/diagnostics/read-server";
import { proxiesBefore } from "@/lib/http/from-this-machine";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.readServer,
    handle: ({ context, actor, request }) =>
      readServer(context, actor.id, proxiesBefore(request.headers)),
  }),
);

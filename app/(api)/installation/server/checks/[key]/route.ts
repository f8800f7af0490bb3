import * as contracts from "@/lib/contracts/admin/server";
import { testServer } from "@/lib/diagnostics/test-server";
import { localeOfRequest } from "@/lib/http/request-locale";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.testServer,
    handle: ({ context, actor, params, request }) =>
      testServer(context, params.key, { admin: actor, locale: localeOfRequest(request) }),
  }),
);

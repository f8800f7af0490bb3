import { readDocument } from "@/lib/contracts/document";
import { env } from "@/lib/env";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { openApiDocument } from "@/lib/openapi/document";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: readDocument,
    handle: async () => openApiDocument(env().publicUrl),
  }),
);

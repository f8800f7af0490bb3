import { createApiKey } from "@/lib/api-keys/create-api-key";
import { listApiKeys } from "@/lib/api-keys/list-api-keys";
import * as contracts from "@/lib/contracts/accounts/api-keys";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.listApiKeys,
    handle: ({ context, actor }) => listApiKeys(context, actor),
  }),
  route({
    contract: contracts.createApiKey,
    handle: ({ context, actor, body }) => createApiKey(context, actor, body),
  }),
);

import { listAccounts } from "@/lib/admin/list-accounts";
import * as contracts from "@/lib/contracts/admin/accounts";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.listAccounts,
    handle: ({ context, query }) => listAccounts(context, query),
  }),
);

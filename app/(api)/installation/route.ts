import { changeSettings, readSettings } from "@/lib/admin/settings";
import * as contracts from "@/lib/contracts/admin/installation";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.readSettings,
    handle: ({ context }) => readSettings(context),
  }),
  route({
    contract: contracts.changeSettings,
    handle: ({ context, actor, body }) => changeSettings(context, actor, body),
  }),
);

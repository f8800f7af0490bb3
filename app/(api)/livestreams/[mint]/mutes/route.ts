import { listMutes } from "@/lib/chat/list-mutes";
import { mutePerson } from "@/lib/chat/mute-person";
import * as contracts from "@/lib/contracts/chat";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.listMutes,
    handle: async ({ context, actor, params }) => ({
      mutes: await listMutes(context, actor, params.mint),
    }),
  }),
  route({
    contract: contracts.mutePerson,
    handle: async ({ context, actor, params, body }) => {
      await mutePerson(context, actor, { ...params, ...body });
      return { muted: true };
    },
  }),
);

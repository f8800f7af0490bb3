import * as actions from "@/lib/contracts/livestream-actions";
import * as contracts from "@/lib/contracts/livestreams";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { presentLivestream, requireWatchable } from "@/lib/livestreams/find-livestream";
import { deleteLivestream } from "@/lib/show/delete-livestream";
import { editLivestream } from "@/lib/show/edit-livestream";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.readLivestream,
    handle: async ({ context: { db }, actor, params: { mint } }) => {
      await requireWatchable(db, mint, actor?.id ?? null);
      return presentLivestream(db, mint);
    },
  }),
  route({
    contract: contracts.editLivestream,
    handle: ({ context, actor, params, body }) => editLivestream(context, actor, params.mint, body),
  }),
  route({
    contract: actions.deleteLivestream,
    handle: async ({ context, actor, params: { mint } }) => {
      await deleteLivestream(context, actor, mint);
      return { deleted: true } as const;
    },
  }),
);

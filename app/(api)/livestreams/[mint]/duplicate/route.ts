import * as contracts from "@/lib/contracts/livestream-actions";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { duplicateLivestream } from "@/lib/livestreams/duplicate-livestream";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.duplicateLivestream,
    handle: ({ context, actor, params: { mint } }) => duplicateLivestream(context, actor, mint),
  }),
);

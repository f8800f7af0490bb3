import * as contracts from "@/lib/contracts/oembed";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { readOEmbed } from "@/lib/livestreams/read-oembed";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.readOEmbed,
    handle: ({ context, query }) => readOEmbed(context, query),
  }),
);

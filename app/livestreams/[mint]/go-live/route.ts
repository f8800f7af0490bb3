import * as contracts from "@/lib/contracts/livestreams";
import { signedIn } from "@/lib/http/access";
import { route } from "@/lib/http/route";
import { goLive } from "@/lib/livestreams/go-live";

export const POST = route({
  contract: contracts.goLive,
  access: signedIn,
  handle: ({ context, actor, params }) => goLive(context, actor, params.mint),
});

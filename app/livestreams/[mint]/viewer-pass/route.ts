import { viewerPass } from "@/lib/contracts/tokens";
import { anyone } from "@/lib/http/access";
import { route } from "@/lib/http/route";
import { readViewerPass } from "@/lib/livestreams/viewer-pass";

export const POST = route({
  contract: viewerPass,
  access: anyone,
  handle: ({ context, actor, params }) => readViewerPass(context, actor, params.mint),
});

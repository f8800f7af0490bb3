import * as contracts from "@/lib/contracts/livestreams";
import { signedIn } from "@/lib/http/access";
import { route } from "@/lib/http/route";
import { addMember, listMembers } from "@/lib/livestreams/members";

export const GET = route({
  contract: contracts.listMembers,
  access: signedIn,
  handle: async ({ context, actor, params }) => ({
    members: await listMembers(context, actor, params.mint),
  }),
});

export const PUT = route({
  contract: contracts.addMember,
  access: signedIn,
  handle: async ({ context, actor, params, body }) => ({
    members: await addMember(context, actor, params.mint, body),
  }),
});

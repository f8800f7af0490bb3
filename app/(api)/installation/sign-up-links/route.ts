import { createSignUpLink, listSignUpLinks } from "@/lib/admin/sign-up-links";
import * as contracts from "@/lib/contracts/admin/sign-up-links";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: contracts.listSignUpLinks,
    handle: ({ context }) => listSignUpLinks(context),
  }),
  route({
    contract: contracts.createSignUpLink,
    handle: ({ context, actor, body }) => createSignUpLink(context, actor, body),
  }),
);

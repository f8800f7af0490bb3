import { endSession } from "@/lib/auth/sessions";
import { logout } from "@/lib/contracts/accounts/auth";
import { route } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  route({
    contract: logout,
    handle: async ({ context, actor }) => {
      await endSession(context, actor.sessionId);
      return { loggedOut: true as const };
    },
  }),
);

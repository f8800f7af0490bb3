import { endSession } from "@/lib/auth/sessions";
import { logout } from "@/lib/contracts/auth";
import { signedIn } from "@/lib/http/access";
import { route } from "@/lib/http/route";

export const POST = route({
  contract: logout,
  access: signedIn,
  handle: async ({ context, actor }) => {
    await endSession(context, actor.sessionId);
    return { loggedOut: true as const };
  },
});

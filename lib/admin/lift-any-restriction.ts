import "server-only";
import type { Account } from "@/lib/accounts/account";
import { unmuteAsAdmin } from "@/lib/chat/mute-person";
import type { Context } from "@/lib/context";
import { liftBanAsAdmin } from "@/lib/moderation/lift-restriction";

type Lifted = { mint: string; subject: string; kind: "ban" | "mute" };

/** Lifts a ban or mute in anyone's livestream. Has no effect if it was lifted already. */
export const liftAnyRestriction = (
  context: Context,
  admin: Account,
  { kind, ...who }: Lifted,
): Promise<void> =>
  kind === "ban" ? liftBanAsAdmin(context, admin, who) : unmuteAsAdmin(context, admin, who);

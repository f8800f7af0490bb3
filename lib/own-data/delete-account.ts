import "server-only";
import { isSuperAdmin } from "@/lib/accounts/account";
import type { Person } from "@/lib/auth/actor";
import { withCurrentPassword } from "@/lib/auth/current-password";
import { mirrorBrands } from "@/lib/brands/mirror-brands";
import type { Context } from "@/lib/context";
import { isUpcoming } from "@/lib/contracts/common/livestream-status";
import { isDeadlock } from "@/lib/db/errors";
import { inParallel } from "@/lib/in-parallel";
import { log } from "@/lib/log";
import { closeRooms } from "@/lib/show/close-rooms";
import { endLivestream } from "@/lib/show/end-livestream";
import { type Erased, eraseAccount } from "./erase-account";
import { settle, type Wish } from "./settle";
import { superAdminStays } from "./super-admin-stays";

const callsAtOnce = 8;

/**
 * Deletes an account. Livestreams and organizations are handed over or deleted with it; a live show that
 * is deleted ends first, and one that is handed over goes on.
 */
export async function deleteAccount(
  context: Context,
  owner: Person,
  { currentPassword, ...wish }: Wish & { currentPassword: string },
): Promise<void> {
  if (isSuperAdmin(owner)) throw superAdminStays();
  const current = { id: owner.id, typed: currentPassword };
  const erased = await withCurrentPassword(context, current, async (passwordHash) => {
    const { livestreams } = await settle(context.db, owner.id, wish);
    const going = livestreams.filter(({ to }) => to === null);
    // Everyone in them is told and disconnected.
    await inParallel(going, callsAtOnce, async ({ mint, status }) => {
      if (status === "live" || isUpcoming(status)) {
        await endLivestream(context, mint, { by: owner.id });
      }
    });
    await closeRooms(
      context,
      going.map(({ mint }) => mint),
    );
    const erase = () => eraseAccount(context, { id: owner.id, passwordHash, wish });
    // The other transaction of a deadlock, whatever it was, has finished by then.
    return erase().catch((error) => (isDeadlock(error) ? erase() : Promise.reject(error)));
  });
  await disconnect(context, erased);
  // Brand kits go with their organizations, and with their members.
  await mirrorBrands(context, erased.shows);
}

/** The sweep repeats failed calls. */
async function disconnect({ livekit }: Context, { connections }: Erased): Promise<void> {
  await inParallel(connections, callsAtOnce, ({ room, identity }) =>
    livekit
      .remove(room, identity)
      .catch((error) =>
        log.warn("a connection is still open after its account was deleted", error),
      ),
  );
}

import "server-only";
import type { Context } from "@/lib/context";
import type { RoomToken } from "@/lib/contracts/tokens";
import { fieldError } from "@/lib/field-errors";
import { type ServiceRole, services } from "@/lib/grants/services";
import { signServiceToken } from "@/lib/livekit/token-signer";
import { invalidField } from "@/lib/problem";
import { requireOpenRoom } from "./open-room";

/** A token for LiveKit's server API. It cannot join a room: the gate knows no such identity. */
export async function issueServiceToken(
  { db }: Pick<Context, "db">,
  { role, room }: { role: ServiceRole; room?: string },
): Promise<RoomToken> {
  if (!services[role].oneRoom) return signServiceToken(role, null);
  if (room === undefined) {
    throw invalidField("room", fieldError("required", "is required for this role"));
  }
  return signServiceToken(role, await requireOpenRoom(db, room));
}

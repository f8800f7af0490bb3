"use client";

import type { Room } from "livekit-client";
import { useEffect, useState } from "react";
import { listenToHints } from "@/lib/client/room/room-hints";
import type { Role } from "@/lib/grants/capabilities";

/** The reader's role: as of the page, then as the creator changes it. The server decides anyway. */
export function useOwnRole(room: Room | null, opening: Role | null): Role | null {
  const [role, setRole] = useState(opening);
  useEffect(
    () => (room ? listenToHints(room, { role: (hint) => setRole(hint.role) }) : undefined),
    [room],
  );
  return role;
}

"use client";

import { useEffect, useState } from "react";
import type { z } from "zod";
import { ApiError, call } from "@/lib/client/server-api/api";
import { say } from "@/lib/client/server-api/say";
import { type Loaded, useLoaded } from "@/lib/client/server-api/use-loaded";
import type {
  createInvite,
  InviteSummary,
  listInvites,
  revokeInvite,
} from "@/lib/contracts/invites";

/** The label, the admission rule, the lifetime, and the guest limit. */
type Wanted = Omit<z.input<typeof createInvite.body>, "roomId">;
/** `byAdmins`: admins decide about these guests in the waiting room, outside of the studio. */
type Made = { shortUrl: string; expiresAt: string | null; byAdmins: boolean };

export type Invites = {
  list: Loaded<InviteSummary[]>;
  /** The link just created. */
  made: Made | null;
  making: boolean;
  problem: string | null;
  make: (wanted: Wanted) => Promise<void>;
  /** @throws ApiError */
  revoke: (jti: string) => Promise<void>;
  again: () => void;
};

const path = "/api/v1/livekit/guest";

/** A livestream's active invites, while `open`. */
export function useInvites(mint: string, open: boolean): Invites {
  const list = useLoaded(open ? mint : null, async (signal) => {
    const query = { roomId: mint };
    const found = await call<typeof listInvites>("GET", `${path}/invites`, { query }, signal);
    return found.invites;
  });
  const [made, setMade] = useState<Made | null>(null);
  const [making, setMaking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    if (!open) setMade(null);
  }, [open]);

  async function make(wanted: Wanted) {
    setMaking(true);
    setProblem(null);
    try {
      const made = await call<typeof createInvite>("POST", `${path}/invite`, {
        body: { ...wanted, roomId: mint },
      });
      const byAdmins = Boolean(wanted.allowAll || wanted.allowedAdmins?.length);
      setMade({ ...made, byAdmins });
      await list.reload();
    } catch (error) {
      setProblem(error instanceof ApiError ? error.message : say("studio.invite.not-made"));
    } finally {
      setMaking(false);
    }
  }

  async function revoke(jti: string) {
    await call<typeof revokeInvite>("POST", `${path}/invite/revoke`, { body: { jti } });
    await list.reload();
  }

  return { list, made, making, problem, make, revoke, again: () => setMade(null) };
}

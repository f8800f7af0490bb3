"use client";

import { useEffect, useEffectEvent } from "react";
import { call } from "@/lib/client/server-api/api";
import { liftFrom, onLifted } from "@/lib/client/server-api/lift-restriction";
import { type Loaded, useLoaded } from "@/lib/client/server-api/use-loaded";
import type { listRestrictions, Restriction } from "@/lib/contracts/restrictions";

type Restrictions = {
  list: Loaded<Restriction[]>;
  /** @throws ApiError */
  lift: (restriction: Restriction) => Promise<void>;
};

/** The denied, removed and banned people. They load again each time it `waits` no longer. */
export function useRestrictions(mint: string, waits = false): Restrictions {
  const list = useLoaded(waits ? null : mint, async (signal) => {
    const { restrictions } = await call<typeof listRestrictions>(
      "GET",
      "/livestreams/{mint}/restrictions",
      { params: { mint } },
      signal,
    );
    return restrictions;
  });

  // Also undone from the toast above the list.
  const reload = useEffectEvent(() => void list.reload());
  useEffect(() => onLifted(() => reload()), []);

  const lift = async ({ subject }: Restriction) => void (await liftFrom(mint, subject));

  return { list, lift };
}

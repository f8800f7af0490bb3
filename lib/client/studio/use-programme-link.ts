"use client";

import { useState } from "react";
import { call } from "@/lib/client/server-api/api";
import { type Loaded, useLoaded } from "@/lib/client/server-api/use-loaded";
import type {
  createProgrammeLink,
  ProgrammeLink,
  readProgrammeLink,
  turnOffProgrammeLink,
} from "@/lib/contracts/programme";

type Answer = { link: ProgrammeLink | null };

export type ProgrammeLinkDesk = {
  loaded: Loaded<Answer>;
  /** The link just created. This is the only time it can be read. */
  made: string | null;
  forgetMade: () => void;
  /** Creates a link in place of the current one. @throws ApiError */
  make: () => Promise<void>;
  /** @throws ApiError */
  turnOff: () => Promise<void>;
};

const path = "/livestreams/{mint}/programme/link";

/** The link to a livestream's programme, while `open`. */
export function useProgrammeLink(mint: string, open: boolean): ProgrammeLinkDesk {
  const loaded = useLoaded<Answer>(open ? mint : null, (signal) =>
    call<typeof readProgrammeLink>("GET", path, { params: { mint } }, signal),
  );
  const [made, setMade] = useState<string | null>(null);

  async function make() {
    const {
      url,
      key: _,
      ...link
    } = await call<typeof createProgrammeLink>("POST", path, {
      params: { mint },
    });
    loaded.change(() => ({ link }));
    setMade(url);
  }

  async function turnOff() {
    const answer = await call<typeof turnOffProgrammeLink>("DELETE", path, { params: { mint } });
    loaded.change(() => answer);
    setMade(null);
  }

  return { loaded, made, forgetMade: () => setMade(null), make, turnOff };
}

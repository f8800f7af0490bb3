"use client";

import { useState } from "react";
import { call } from "@/lib/client/server-api/api";
import {
  type FormState,
  idle,
  refusedAt,
  refusedBy,
  sending,
} from "@/lib/client/server-api/form-state";
import { say } from "@/lib/client/server-api/say";
import { type Loaded, useLoaded } from "@/lib/client/server-api/use-loaded";
import type {
  createStreamKey,
  listStreamKeys,
  revokeStreamKey,
  rotateStreamKey,
  StreamKey,
} from "@/lib/contracts/stream-keys";
import { removeFrom } from "./use-people";

export type StreamKeys = {
  list: Loaded<StreamKey[]>;
  /** The secret just created. This is the only time it can be read. */
  made: string | null;
  forgetMade: () => void;
  state: FormState;
  make: (name: string) => Promise<void>;
  /** @throws ApiError */
  replace: (id: string) => Promise<void>;
  /** @throws ApiError */
  revoke: (id: string) => Promise<void>;
};

/** A livestream's stream keys while `open`. `encoders` are those connected to the room now. */
export function useStreamKeys(
  mint: string,
  open: boolean,
  encoders: readonly string[],
): StreamKeys {
  const list = useLoaded(open ? mint : null, async (signal) => {
    const found = await call<typeof listStreamKeys>("GET", path, { params: { mint } }, signal);
    return found.streamKeys;
  });
  const [made, setMade] = useState<string | null>(null);
  const [state, setState] = useState<FormState>(idle);

  function show({ key, ...row }: StreamKey & { key: string }) {
    list.change((known) => [row, ...(known ?? []).filter(({ id }) => id !== row.id)]);
    setMade(key);
  }

  async function make(name: string) {
    if (!name.trim()) return setState(refusedAt("name", say("stream-keys.name-missing")));
    setState(sending);
    try {
      show(await call<typeof createStreamKey>("POST", path, { params: { mint }, body: { name } }));
      setState(idle);
    } catch (error) {
      setState(refusedBy(error));
    }
  }

  async function replace(id: string) {
    show(
      await call<typeof rotateStreamKey>("POST", `${path}/{id}/rotate`, { params: { mint, id } }),
    );
  }

  async function revoke(id: string) {
    await call<typeof revokeStreamKey>("DELETE", `${path}/{id}`, { params: { mint, id } });
    list.change((known) => (known ?? []).filter((each) => each.id !== id));
  }

  // The room knows about encoders connecting and disconnecting before the server does.
  const value =
    list.value?.map((key) => ({ ...key, connected: encoders.includes(key.identity) })) ?? null;
  return {
    list: { ...list, value },
    made,
    forgetMade: () => setMade(null),
    state,
    make,
    replace,
    revoke,
  };
}

const path = "/livestreams/{mint}/stream-keys";

/** Removes an encoder from the show and revokes its key. @throws ApiError */
export const stopEncoder = (mint: string, identity: string) => removeFrom(mint, identity, false);

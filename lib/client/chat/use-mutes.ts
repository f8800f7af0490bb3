"use client";

import { useCallback, useEffect, useState } from "react";
import { call } from "@/lib/client/server-api/api";
import { untilAnswered } from "@/lib/client/server-api/until-answered";
import type { listMutes, mutePerson, unmutePerson } from "@/lib/contracts/chat";

export type Mutes = {
  isMuted: (subject: string) => boolean;
  /** Mutes the person, or lets them write again. @throws ApiError */
  mute: (subject: string, muted: boolean) => Promise<void>;
};

/** Who is muted in a livestream's chat, for those who may mute; null for everybody else. */
export function useMutes(mint: string, mayMute: boolean): Mutes | null {
  const [muted, setMuted] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => {
    if (!mayMute) return;
    const abort = new AbortController();
    const { signal } = abort;
    const read = () =>
      call<typeof listMutes>("GET", "/livestreams/{mint}/mutes", { params: { mint } }, signal);
    untilAnswered(read, signal)
      .then(({ mutes }) => setMuted(new Set(mutes.map(({ subject }) => subject))))
      // Without the list a menu offers to mute who is muted already, which changes nothing.
      .catch(() => {});
    return () => abort.abort();
  }, [mint, mayMute]);

  const mute = useCallback<Mutes["mute"]>(
    async (subject, on) => {
      await (on ? askMute(mint, subject) : askUnmute(mint, subject));
      setMuted((before) => {
        const next = new Set(before);
        if (on) next.add(subject);
        else next.delete(subject);
        return next;
      });
    },
    [mint],
  );

  return mayMute ? { isMuted: (subject) => muted.has(subject), mute } : null;
}

const askMute = (mint: string, subject: string) =>
  call<typeof mutePerson>("POST", "/livestreams/{mint}/mutes", {
    params: { mint },
    body: { subject },
  });

const askUnmute = (mint: string, subject: string) =>
  call<typeof unmutePerson>("DELETE", "/livestreams/{mint}/mutes/{subject}", {
    params: { mint, subject },
  });

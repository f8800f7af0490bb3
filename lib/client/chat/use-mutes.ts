"use client";

import { useCallback } from "react";
import { call } from "@/lib/client/server-api/api";
import { untilAnswered } from "@/lib/client/server-api/until-answered";
import { useLoaded } from "@/lib/client/server-api/use-loaded";
import type { listMutes, mutePerson, unmutePerson } from "@/lib/contracts/chat";

export type Mutes = {
  isMuted: (subject: string) => boolean;
  /** Mutes or unmutes a person. @throws ApiError */
  mute: (subject: string, muted: boolean) => Promise<void>;
};

/** The people muted in a livestream's chat, for moderators; null for everyone else. */
export function useMutes(mint: string, mayMute: boolean): Mutes | null {
  // If the list is missing, menus offer to mute people who are already muted. That changes nothing.
  const { value: muted, change } = useLoaded<ReadonlySet<string>>(
    mayMute ? mint : null,
    async (signal) => {
      const read = () =>
        call<typeof listMutes>("GET", "/livestreams/{mint}/mutes", { params: { mint } }, signal);
      const { mutes } = await untilAnswered(read, signal);
      return new Set(mutes.map(({ subject }) => subject));
    },
  );

  const mute = useCallback<Mutes["mute"]>(
    async (subject, on) => {
      await (on ? askMute(mint, subject) : askUnmute(mint, subject));
      change((before) => {
        const next = new Set(before);
        if (on) next.add(subject);
        else next.delete(subject);
        return next;
      });
    },
    [mint, change],
  );

  return mayMute ? { isMuted: (subject) => muted?.has(subject) ?? false, mute } : null;
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

"use client";

import { useMemo } from "react";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import { call } from "@/lib/client/server-api/api";
import { say } from "@/lib/client/server-api/say";
import type { dismissReports, ReportedMessage } from "@/lib/contracts/reports";
import { may, type Role } from "@/lib/grants/capabilities";

export type Reports = {
  /** How many messages have open reports. */
  count: number;
  /** The open reports about a message. */
  about: (seq: number) => ReportedMessage | undefined;
  /** With a toast. The event stream then brings the new list. */
  dismiss: (seq: number) => void;
};

/** The reported messages of a livestream, for hosts and moderators; null for everyone else. */
export function useReports(
  mint: string,
  role: Role | null,
  reported: readonly ReportedMessage[],
): Reports | null {
  const handles = may(role, "handle-reports");
  return useMemo(() => {
    if (!handles) return null;
    const bySeq = new Map(reported.map((each) => [each.seq, each]));
    const ask = (seq: number) =>
      call<typeof dismissReports>("DELETE", "/livestreams/{mint}/chat/{seq}/reports", {
        params: { mint, seq },
      });
    return {
      count: reported.length,
      about: (seq) => bySeq.get(seq),
      dismiss: (seq) =>
        void runWithToast(() => ask(seq), {
          done: say("chat.reports-dismissed"),
          failed: say("chat.reports-not-dismissed"),
        }),
    };
  }, [mint, handles, reported]);
}

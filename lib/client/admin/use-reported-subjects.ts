"use client";

import { useRouter } from "next/navigation";
import { call } from "@/lib/client/server-api/api";
import type { suspendAccount } from "@/lib/contracts/admin/accounts";
import type { forceEnd } from "@/lib/contracts/admin/livestreams";
import type {
  decideReports,
  deleteReportedMessage,
  listReports,
  ReportedSubject,
} from "@/lib/contracts/admin/reports";
import type { ReportOutcome } from "@/lib/contracts/common/report-reasons";
import { type Paged, type PagedList, replaceIn, usePaged, type Wish } from "./use-paged";

export type ReportedSubjects = {
  list: PagedList<ReportedSubject>;
  /** Each changes one subject in the list. @throws ApiError */
  decide: (subject: ReportedSubject, outcome: ReportOutcome) => Promise<void>;
  deleteMessage: (subject: ReportedSubject) => Promise<void>;
  endShow: (subject: ReportedSubject, reason: string) => Promise<void>;
  suspend: (subject: ReportedSubject, reason: string) => Promise<void>;
};

const seqOf = ({ message }: ReportedSubject) => message?.seq ?? 0;

/** A subject can be listed several times, once for each decision. */
export const keyOf = (subject: ReportedSubject) =>
  `${subject.show.mint} ${seqOf(subject)} ${subject.decision?.at ?? "open"}`;

/** The reported livestreams and messages, with what an admin can do about them. */
export function useReportedSubjects(first: Paged<ReportedSubject>, wish: Wish): ReportedSubjects {
  const router = useRouter();
  const list = usePaged(first, async (cursor, signal) => {
    const { subjects, nextCursor } = await call<typeof listReports>(
      "GET",
      "/installation/reports",
      { query: { ...wish, cursor } },
      signal,
    );
    return { items: subjects, nextCursor };
  });

  const show = (before: ReportedSubject, changed: ReportedSubject) =>
    replaceIn(list, (each) => keyOf(each) === keyOf(before), changed);
  const paramsOf = (subject: ReportedSubject) => ({
    params: { mint: subject.show.mint, seq: seqOf(subject) },
  });

  return {
    list,
    decide: async (subject, outcome) => {
      const input = { ...paramsOf(subject), body: { outcome } };
      show(
        subject,
        await call<typeof decideReports>("PUT", "/installation/reports/{mint}/{seq}", input),
      );
      // The number of open reports in the navigation.
      router.refresh();
    },
    deleteMessage: async (subject) =>
      show(
        subject,
        await call<typeof deleteReportedMessage>(
          "DELETE",
          "/installation/reports/{mint}/{seq}/message",
          paramsOf(subject),
        ),
      ),
    endShow: async (subject, reason) => {
      const { mint } = subject.show;
      const { status } = await call<typeof forceEnd>("POST", "/livestreams/{mint}/force-end", {
        params: { mint },
        body: { reason },
      });
      show(subject, { ...subject, show: { ...subject.show, status } });
    },
    suspend: async (subject, reason) => {
      const { account } = subject;
      if (!account) return;
      await call<typeof suspendAccount>("PUT", "/accounts/{handle}/suspension", {
        params: { handle: account.handle },
        body: { reason },
      });
      show(subject, { ...subject, account: { ...account, suspended: true } });
    },
  };
}

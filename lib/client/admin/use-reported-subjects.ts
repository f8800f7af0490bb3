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
import { changeIn, type Paged, type PagedList, replaceIn, usePaged, type Wish } from "./use-paged";

export type ReportedSubjects = {
  list: PagedList<ReportedSubject>;
  /** Resolves to false if all its reports are newer than the list: it shows them then. @throws ApiError */
  decide: (subject: ReportedSubject, outcome: ReportOutcome) => Promise<boolean>;
  /** Each changes all subjects that it concerns. @throws ApiError */
  deleteMessage: (subject: ReportedSubject) => Promise<void>;
  endShow: (subject: ReportedSubject, reason: string) => Promise<void>;
  suspend: (subject: ReportedSubject, reason: string) => Promise<void>;
};

const seqOf = ({ message }: ReportedSubject) => message?.seq ?? 0;

/** A subject can be listed several times, once for each decision. The key outlasts the decision. */
export const keyOf = (subject: ReportedSubject) =>
  `${subject.show.mint} ${seqOf(subject)} ${subject.latestAt}`;

/** The reported livestreams and messages, and the actions of an admin. */
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

  const paramsOf = (subject: ReportedSubject) => ({
    params: { mint: subject.show.mint, seq: seqOf(subject) },
  });

  return {
    list,
    decide: async (subject, outcome) => {
      const { latestAt } = subject;
      const decided = await call<typeof decideReports>(
        "PUT",
        "/installation/reports/{mint}/{seq}",
        { ...paramsOf(subject), body: { outcome, latestAt } },
      );
      replaceIn(list, (each) => keyOf(each) === keyOf(subject), decided);
      // The number of open reports in the navigation.
      router.refresh();
      return decided.decision !== null;
    },
    deleteMessage: async (subject) => {
      const input = paramsOf(subject);
      await call<typeof deleteReportedMessage>(
        "DELETE",
        "/installation/reports/{mint}/{seq}/message",
        input,
      );
      changeIn(list, (each) => {
        const { show, message } = each;
        if (show.mint !== input.params.mint || message?.seq !== input.params.seq) return each;
        return { ...each, message: { ...message, deleted: true } };
      });
    },
    endShow: async (subject, reason) => {
      const { mint } = subject.show;
      const { status } = await call<typeof forceEnd>("POST", "/livestreams/{mint}/force-end", {
        params: { mint },
        body: { reason },
      });
      changeIn(list, (each) =>
        each.show.mint === mint ? { ...each, show: { ...each.show, status } } : each,
      );
    },
    suspend: async (subject, reason) => {
      const handle = subject.account?.handle;
      if (!handle) return;
      await call<typeof suspendAccount>("PUT", "/accounts/{handle}/suspension", {
        params: { handle },
        body: { reason },
      });
      changeIn(list, (each) =>
        each.account?.handle === handle
          ? { ...each, account: { ...each.account, suspended: true } }
          : each,
      );
    },
  };
}

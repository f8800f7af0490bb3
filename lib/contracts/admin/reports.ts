import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { givenInstant, instant, mint, wholeNumber } from "@/lib/contracts/common/fields";
import { livestreamStatuses } from "@/lib/contracts/common/livestream-status";
import { reportOutcomes, reportReasons } from "@/lib/contracts/common/report-reasons";
import { livestream } from "@/lib/contracts/livestreams";
import { reasonCounts } from "@/lib/contracts/reports";
import { nextCursor, paging } from "./paging";

/** The reports about one livestream or message that are open, or were decided together. */
const reportedSubject = z
  .object({
    show: z.object({
      mint: z.string(),
      title: z.string(),
      /** The creator's name when it was reported last. */
      creator: z.string(),
      /** Null once the livestream is deleted. */
      status: z.enum(livestreamStatuses).nullable(),
      /** Null once the livestream is deleted. */
      visibility: livestream.shape.visibility.nullable(),
    }),
    /** Null if the livestream itself was reported. */
    message: z
      .object({
        seq: z.int(),
        /** As it was reported, also after a host deleted it. */
        text: z.string(),
        /** The author's name at that time; null once their account is deleted. */
        author: z.string().nullable(),
        /** Whether it is gone from the chat. */
        deleted: z.boolean(),
      })
      .nullable(),
    /** The author's account, or the creator's of a reported livestream; null without one, and once it is deleted. */
    account: z
      .object({
        handle: z.string(),
        name: z.string(),
        role: z.enum(["user", "admin", "super_admin"]),
        suspended: z.boolean(),
      })
      .nullable(),
    count: z.int(),
    reasons: reasonCounts,
    /** The newest five. */
    latest: z.array(
      z.object({
        reason: z.enum(reportReasons),
        note: z.string().nullable(),
        createdAt: instant,
        /** Null without an account, and once the account is deleted. */
        reporter: z.object({ handle: z.string(), name: z.string() }).nullable(),
      }),
    ),
    /** When the last of them was sent or changed. */
    latestAt: instant,
    /** When the show's hosts dismissed the last of them; null if some are still open for them. */
    dismissedByHostsAt: instant.nullable(),
    /** Null while they are open. */
    decision: z
      .object({
        outcome: z.enum(reportOutcomes),
        at: instant,
        /** The admin's name; null once their account is deleted. */
        by: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: "ReportedSubject" });
export type ReportedSubject = z.infer<typeof reportedSubject>;

const example: z.input<typeof reportedSubject> = {
  show: {
    mint: sample.mint,
    title: sample.livestream.title,
    creator: sample.person.name,
    status: "live",
    visibility: "public",
  },
  message: { seq: 42, text: "Buy followers at …", author: "Mallory", deleted: false },
  account: { handle: "mallory", name: "Mallory", role: "user", suspended: false },
  count: 1,
  reasons: [{ reason: "spam", count: 1 }],
  latest: [
    {
      reason: "spam",
      note: "In every chat today.",
      createdAt: sample.at,
      reporter: { handle: "grace", name: "Grace Hopper" },
    },
  ],
  latestAt: sample.at,
  dismissedByHostsAt: null,
  decision: null,
};
const decided = {
  ...example,
  decision: { outcome: "handled" as const, at: sample.later, by: sample.person.name },
};

export const reportStates = ["open", "decided", "all"] as const;

export const listReports = endpoint({
  method: "GET",
  path: "/installation/reports",
  summary:
    "List reported livestreams and messages, last reported first: the open ones unless `state` says otherwise. Open " +
    "ones stay when their livestream is deleted. `q` searches livestreams, creators, authors, messages and notes.",
  access: "admin",
  scope: null,
  query: z.object({ ...paging, state: z.enum(reportStates).default("open") }),
  response: z.object({ subjects: z.array(reportedSubject), nextCursor }),
  errors: [],
  example: { query: { state: "open" }, response: { subjects: [example], nextCursor: null } },
});

const ofSubject = z.object({
  mint,
  /** The message's number in the chat; 0 for the livestream itself. */
  seq: wholeNumber(0),
});

export const decideReports = endpoint({
  method: "PUT",
  path: "/installation/reports/{mint}/{seq}",
  summary:
    "Close the open reports about a message, or with `seq` 0 about the livestream, up to the `latestAt` that you have " +
    "read: later ones stay open. Returns the latest decision, also if another admin was faster; or the open " +
    "reports, if all of them are later.",
  access: "admin",
  scope: null,
  params: ofSubject,
  body: z.object({ outcome: z.enum(reportOutcomes), latestAt: givenInstant }),
  response: reportedSubject,
  errors: ["report-not-found"],
  example: {
    params: { mint: sample.mint, seq: "42" },
    body: { outcome: "handled", latestAt: sample.at },
    response: decided,
  },
});

export const deleteReportedMessage = endpoint({
  method: "DELETE",
  path: "/installation/reports/{mint}/{seq}/message",
  summary: "Delete a reported message from its chat. Its reports stay open until you decide them.",
  access: "admin",
  scope: null,
  params: z.object({ mint, seq: wholeNumber(1) }),
  response: reportedSubject,
  errors: ["livestream-not-found", "report-not-found"],
  example: {
    params: { mint: sample.mint, seq: "42" },
    response: {
      ...example,
      message: { seq: 42, text: "Buy followers at …", author: "Mallory", deleted: true },
    },
  },
});

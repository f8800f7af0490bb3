import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { mint, paragraph, wholeNumber } from "@/lib/contracts/common/fields";
import { reportNoteMax } from "@/lib/contracts/common/limits";
import { reportReasons } from "@/lib/contracts/common/report-reasons";

const ofShow = z.object({ mint });
const ofMessage = z.object({ mint, seq: wholeNumber(1) });
const report = z.object({
  reason: z.enum(reportReasons),
  /** Only admins read it. */
  note: paragraph(reportNoteMax).optional(),
});
const reported = z.object({ reported: z.literal(true) });

/** How many open reports give each reason, most frequent first. */
export const reasonCounts = z.array(
  z.object({ reason: z.enum(reportReasons), count: z.int().min(1) }),
);

/** A message with open reports, without the people who reported it. */
const reportedMessage = z
  .object({ seq: z.int(), count: z.int(), reasons: reasonCounts })
  .meta({ id: "ReportedMessage" });
export type ReportedMessage = z.infer<typeof reportedMessage>;

/** The reported messages of a livestream, last reported first; at most 200. */
export const reportedMessages = z.object({ messages: z.array(reportedMessage) });

export const reportLivestream = endpoint({
  method: "POST",
  path: "/livestreams/{mint}/reports",
  summary:
    "Report a livestream to the admins of this installation. For everyone who may watch it, with or without an " +
    "account. Reporting again changes the reason and the note of your open report.",
  access: "anyone",
  scope: "chat:write",
  status: 201,
  ownPagesOnly: true,
  params: ofShow,
  body: report,
  response: reported,
  errors: ["livestream-not-found", "too-many-requests"],
  example: {
    params: sample.room,
    body: { reason: "spam", note: "The same advertisement for hours." },
    response: { reported: true },
  },
});

export const reportMessage = endpoint({
  method: "POST",
  path: "/livestreams/{mint}/chat/{seq}/reports",
  summary:
    "Report a chat message to the show’s hosts and moderators and to the admins of this installation. For everyone " +
    "who may read the chat, except its author. Reporting again changes the reason and the note of your open report.",
  access: "anyone",
  scope: "chat:write",
  status: 201,
  ownPagesOnly: true,
  params: ofMessage,
  body: report,
  response: reported,
  errors: ["livestream-not-found", "message-not-found", "not-allowed", "too-many-requests"],
  example: {
    params: { mint: sample.mint, seq: "42" },
    body: { reason: "harassment" },
    response: { reported: true },
  },
});

export const listReportedMessages = endpoint({
  method: "GET",
  path: "/livestreams/{mint}/reports",
  summary:
    "List the messages of this chat with open reports, last reported first, with the number of reports and their reasons, without the reporters. Hosts " +
    "and moderators only.",
  access: "account",
  scope: "livestreams:read",
  params: ofShow,
  response: reportedMessages,
  errors: ["livestream-not-found", "not-allowed"],
  example: {
    params: sample.room,
    response: { messages: [{ seq: 42, count: 1, reasons: [{ reason: "harassment", count: 1 }] }] },
  },
});

export const dismissReports = endpoint({
  method: "DELETE",
  path: "/livestreams/{mint}/chat/{seq}/reports",
  summary:
    "Dismiss the reports about a message for this show’s hosts and moderators. Admins still see them. Hosts and " +
    "moderators only.",
  access: "account",
  scope: "livestreams:write",
  params: ofMessage,
  response: z.object({ dismissed: z.literal(true) }),
  errors: ["livestream-not-found", "not-allowed", "too-many-requests"],
  example: { params: { mint: sample.mint, seq: "42" }, response: { dismissed: true } },
});

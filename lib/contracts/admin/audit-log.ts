import { z } from "zod";
import { decisionEvents } from "@/lib/contracts/common/decisions";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { instant, wholeNumber } from "@/lib/contracts/common/fields";
import { nextCursor, paging } from "./paging";

const named = z.object({ id: z.string().nullable(), name: z.string() });

const auditEntry = z
  .object({
    seq: z.int(),
    event: z.enum(decisionEvents),
    at: instant,
    /**
     * The account that decided, with its name at that time; the id is null once it is deleted. Null for the
     * command line, and for shows that ended automatically.
     */
    by: named.nullable(),
    /** The person or account concerned, with their name at that time. */
    subject: named.nullable(),
    /** The livestream concerned. */
    show: z.object({ mint: z.string(), title: z.string() }).nullable(),
    /** What was decided: a place, a role, a source, or a reason. */
    detail: z.string().nullable(),
  })
  .meta({ id: "AuditEntry" });
export type AuditEntry = z.infer<typeof auditEntry>;

export const readAuditLog = endpoint({
  method: "GET",
  path: "/installation/audit-log",
  summary:
    "List the decisions of all hosts and admins, newest first. `q` searches people, livestreams and reasons.",
  access: "admin",
  scope: null,
  query: z.object({
    ...paging,
    cursor: wholeNumber(1).optional(),
    event: z.enum(decisionEvents).optional(),
  }),
  response: z.object({ entries: z.array(auditEntry), nextCursor }),
  errors: [],
  example: {
    query: { event: "account_suspended" },
    response: {
      entries: [
        {
          seq: 1044,
          event: "account_suspended",
          at: sample.at,
          by: { id: sample.person.id, name: sample.person.name },
          subject: { id: "u_9mPsX3kVbTq7WzRcLd5Nf2Hj", name: "Mallory" },
          show: null,
          detail: "Spam in several chats",
        },
      ],
      nextCursor: null,
    },
  },
});

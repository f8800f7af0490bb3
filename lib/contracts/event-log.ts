import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { instant, mint, wholeNumber } from "@/lib/contracts/common/fields";
import { participantRoles } from "@/lib/contracts/common/roles";

/**
 * A LiveKit event or a host's decision. Other data that LiveKit sent with an event stays on the
 * server.
 */
const logEntry = z
  .object({
    /** The entry's number, in the order of arrival. */
    seq: z.int(),
    /**
     * A decision: `guest_admitted`, `guest_denied`, `person_banned` and so on. Otherwise LiveKit's name for the event, such as
     * `participant_joined`; unknown names are kept as they are.
     */
    event: z.string(),
    /** LiveKit's events by its own clock, to the second. */
    happenedAt: instant,
    /** The connection (`PA_…`). */
    sid: z.string().nullable(),
    /** For decisions, the guest, viewer or account (its id) concerned. */
    identity: z.string().nullable(),
    /** Null for hidden viewers, who are counted but never named. */
    name: z.string().nullable(),
    role: z.enum(participantRoles).nullable(),
    /** Only for `track_published` and `track_unpublished`. */
    track: z.object({ source: z.string(), type: z.string() }).nullable(),
    /**
     * The account that decided, on a page or by API, with its name at that time. The id is null once
     * the account is deleted. Null for LiveKit's events, and for shows that ended automatically.
     */
    by: z.object({ id: z.string().nullable(), name: z.string() }).nullable(),
    /**
     * What was decided: a place, a role, the source that was muted, or the reason for a ban or for
     * which an admin ended the show.
     */
    detail: z.string().nullable(),
  })
  .meta({ id: "LogEntry" });
export type LogEntry = z.infer<typeof logEntry>;

const livekitId = z.string().min(1).max(200);

export const readEventLog = endpoint({
  method: "GET",
  path: "/livestreams/{mint}/event-log",
  summary:
    "List what happened in a livestream, newest page first: hosts' decisions, and what LiveKit " +
    "reported. Use `before` with a `seq` for older entries. Hosts only.",
  access: "account",
  scope: "livestreams:read",
  params: z.object({ mint }),
  query: z.object({
    before: wholeNumber(1).optional(),
    sid: livekitId.optional(),
    identity: livekitId.optional(),
    limit: wholeNumber(1, 200).default(50),
  }),
  response: z.object({
    /** Oldest first. */
    entries: z.array(logEntry),
    /** Whether there are older entries. */
    more: z.boolean(),
  }),
  errors: ["livestream-not-found", "not-allowed"],
  example: {
    params: sample.room,
    query: { limit: "50" },
    response: {
      entries: [
        {
          seq: 1042,
          event: "participant_joined",
          happenedAt: sample.at,
          sid: "PA_7hQmZ2xVbN4k",
          identity: sample.guest,
          name: "Grace Hopper",
          role: "guest",
          track: null,
          by: null,
          detail: null,
        },
        {
          seq: 1043,
          event: "guest_admitted",
          happenedAt: sample.at,
          sid: null,
          identity: sample.guest,
          name: "Grace Hopper",
          role: "guest",
          track: null,
          by: { id: sample.person.id, name: sample.person.name },
          detail: "stage",
        },
      ],
      more: false,
    },
  },
});

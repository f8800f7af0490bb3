import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { instant, mint } from "@/lib/contracts/common/fields";
import { livestream } from "@/lib/contracts/livestreams";
import { roomToken } from "@/lib/contracts/tokens";

const programmeLink = z.object({
  /** The last four characters of the key. The key itself is only returned on creation. */
  ending: z.string(),
  /** How many pages are connected with it now. */
  connected: z.int(),
  createdAt: instant,
});
export type ProgrammeLink = z.infer<typeof programmeLink>;

const example = { ending: "q7Lc", connected: 1, createdAt: sample.at };
const key = "programme_bm90IGEga2V5LCBvbmx5IGFuIGV4YW1wbGUgb2Ygb25lq7Lc";

export const readProgrammeLink = endpoint({
  method: "GET",
  path: "/livestreams/{mint}/programme/link",
  summary: "Get the link to the programme, without its key; null if there is none. Hosts only.",
  access: "account",
  scope: "livestreams:read",
  params: z.object({ mint }),
  response: z.object({ link: programmeLink.nullable() }),
  errors: ["livestream-not-found", "not-allowed"],
  example: { params: sample.room, response: { link: example } },
});

export const createProgrammeLink = endpoint({
  method: "POST",
  path: "/livestreams/{mint}/programme/link",
  summary:
    "Create a link to the programme: a page with nothing but the show's picture and sound, for OBS " +
    "and recorders. Anyone with the link can watch, even a private show. The key is only returned " +
    "here. An earlier link stops working immediately and its pages are disconnected. Hosts only.",
  access: "account",
  scope: "tokens",
  status: 201,
  params: z.object({ mint }),
  response: programmeLink.extend({ key: z.string(), url: z.string() }),
  errors: ["livestream-not-found", "not-allowed", "livestream-ended", "too-many-requests"],
  example: {
    params: sample.room,
    response: {
      ...{ ...example, connected: 0, key },
      url: `https://live.example.com/programme/${sample.mint}#key=${key}`,
    },
  },
});

export const turnOffProgrammeLink = endpoint({
  method: "DELETE",
  path: "/livestreams/{mint}/programme/link",
  summary:
    "Turn off the link to the programme. It stops working immediately and its pages are " +
    "disconnected. Hosts only.",
  access: "account",
  scope: "tokens",
  params: z.object({ mint }),
  response: z.object({ link: z.null() }),
  errors: ["livestream-not-found", "not-allowed"],
  example: { params: sample.room, response: { link: null } },
});

export const programmeToken = endpoint({
  method: "POST",
  path: "/livestreams/{mint}/programme/token",
  summary:
    "Get a livestream and, until it is over, a token to see and hear it without being counted as a " +
    "viewer. `key` is the one in the link to the programme. Before the show the token is for waiting " +
    "in the room: on go-live LiveKit lets the connection receive, so wait for " +
    "`participantPermissionsChanged`.",
  access: "public",
  scope: null,
  params: z.object({ mint }),
  body: z.object({ key: z.string().min(1).max(100) }),
  response: z.object({ livestream, pass: roomToken.nullable() }),
  errors: [
    "programme-link-not-found",
    "not-allowed",
    "livestream-ended",
    "too-many-requests",
    "livekit-unavailable",
  ],
  example: {
    params: sample.room,
    body: { key },
    response: {
      livestream: sample.livestream,
      pass: { token: sample.token, url: sample.url },
    },
  },
});

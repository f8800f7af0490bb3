import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { instant } from "@/lib/contracts/common/fields";
import { wrong } from "@/lib/field-errors";

const id = z.string().regex(/^[A-Za-z0-9]{8,40}$/, wrong("id", "must be a session's id"));

export const session = z.object({
  id: z.string(),
  /** `pages` for a browser on the website, `api` for `POST /auth/login`. */
  door: z.enum(["pages", "api"]),
  /** The User-Agent header of the sign-in; null if there was none. */
  userAgent: z.string().nullable(),
  createdAt: instant,
  /** Precise to five minutes. */
  lastUsedAt: instant,
  expiresAt: instant,
  /** Whether this request belongs to the session. */
  current: z.boolean(),
});
export type Session = z.infer<typeof session>;

const example = {
  id: "3mKvW8sTqZbR5nXyLc7HdP",
  door: "pages" as const,
  userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
  createdAt: sample.at,
  lastUsedAt: sample.at,
  expiresAt: sample.later,
  current: true,
};

export const listSessions = endpoint({
  method: "GET",
  path: "/auth/sessions",
  summary:
    "List your sessions, this one first, then the 100 most recently used: the browsers and programs you are signed in with.",
  access: "person",
  scope: null,
  response: z.object({ sessions: z.array(session) }),
  errors: [],
  example: { response: { sessions: [example] } },
});

export const endOtherSessions = endpoint({
  method: "DELETE",
  path: "/auth/sessions",
  summary:
    "End all your sessions except this one. Their tokens stop working and their connections close " +
    "immediately. API keys keep working.",
  access: "person",
  scope: null,
  /** Required, so that no call ends everything by accident. */
  query: z.object({ except: z.enum(["current"]) }),
  response: z.object({ ended: z.literal(true) }),
  errors: [],
  example: { query: { except: "current" }, response: { ended: true } },
});

export const endSession = endpoint({
  method: "DELETE",
  path: "/auth/sessions/{id}",
  summary:
    "End one of your sessions. Its tokens stop working and its connections close immediately.",
  access: "person",
  scope: null,
  params: z.object({ id }),
  response: z.object({ ended: z.literal(true) }),
  errors: ["session-not-found"],
  example: { params: { id: example.id }, response: { ended: true } },
});

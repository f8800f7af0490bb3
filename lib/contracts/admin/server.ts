import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { instant } from "@/lib/contracts/common/fields";
import { roomToken } from "@/lib/contracts/tokens";

/** The parts of an installation that are checked, in the order of the page. */
const checkKeys = [
  "database",
  "livekit",
  "webhook",
  "media",
  "turn",
  "mail",
  "tls",
  "proxy",
  "clock",
  "disk",
] as const;
export type CheckKey = (typeof checkKeys)[number];

/** The checks that have a test on the server. The media connection is tested in the browser. */
export const testKeys = ["webhook", "turn", "mail", "tls"] as const;
export type TestKey = (typeof testKeys)[number];

export const verdicts = ["ok", "not-configured", "warning", "failed"] as const;
export type Verdict = (typeof verdicts)[number];

/** Every result of a check or test, with its verdict. The catalogue `server` has a sentence for each. */
export const verdictOf = {
  "not-checked": "failed",
  "database-answers": "ok",
  "database-silent": "failed",
  "livekit-answers": "ok",
  "livekit-silent": "failed",
  "webhook-arrives": "ok",
  "webhook-none": "warning",
  "webhook-silent": "failed",
  "webhook-arrived": "ok",
  "webhook-missing": "failed",
  "media-address": "ok",
  "media-local": "ok",
  "media-own": "ok",
  "media-auto": "warning",
  "media-unreachable": "warning",
  "turn-own": "ok",
  "turn-none": "not-configured",
  "turn-set": "ok",
  "turn-offered": "ok",
  "turn-not-offered": "not-configured",
  "mail-not-set": "not-configured",
  "mail-answers": "ok",
  "mail-silent": "failed",
  "mail-sent": "ok",
  "mail-refused": "failed",
  "tls-https": "ok",
  "tls-local": "ok",
  "tls-http": "failed",
  "tls-reached": "ok",
  "tls-certificate": "failed",
  "tls-unreachable": "failed",
  "tls-elsewhere": "failed",
  "proxy-none": "ok",
  "proxy-trusted": "ok",
  "proxy-untrusted": "warning",
  "proxy-missing": "warning",
  "proxy-more": "warning",
  "clock-right": "ok",
  "clock-off": "warning",
  "clock-off-livekit": "failed",
  "disk-enough": "ok",
  "disk-low": "warning",
  "disk-full": "failed",
} as const satisfies Record<string, Verdict>;
export type ResultCode = keyof typeof verdictOf;
const resultCodes = Object.keys(verdictOf) as ResultCode[];

const finding = z
  .object({
    key: z.enum(checkKeys),
    verdict: z.enum(verdicts),
    code: z.enum(resultCodes),
    /** The values in the sentence, such as an address. */
    values: z.record(z.string(), z.union([z.string(), z.number()])),
    /** The result in a sentence. */
    detail: z.string(),
  })
  .meta({ id: "ServerFinding" });
export type Finding = z.infer<typeof finding>;

const serverState = z
  .object({
    versions: z.object({
      greenroom: z.string(),
      node: z.string(),
      next: z.string(),
      postgresql: z.string().nullable(),
    }),
    /** When this app process started. */
    startedAt: instant,
    /** Running app processes, on all machines; null if unknown. */
    appProcesses: z.int().nullable(),
    load: z.object({
      /** Over 1, 5 and 15 minutes. */
      averages: z.tuple([z.number(), z.number(), z.number()]),
      cpus: z.int(),
    }),
    /** In bytes; `app` is this process. */
    memory: z.object({ app: z.int(), free: z.int(), total: z.int() }),
    /** The disk of `DATA_DIR`, in bytes; null if unknown. */
    disk: z.object({ free: z.int(), total: z.int() }).nullable(),
    /** The database's size in bytes; null if unknown. */
    databaseBytes: z.int().nullable(),
    liveShows: z.int().nullable(),
    /** People and programs connected to LiveKit. */
    connected: z.int().nullable(),
    /** The app process that answers. */
    process: z.object({
      /** Whether it is stopping. */
      draining: z.boolean(),
      eventStreams: z.int(),
      /** Signal connections to LiveKit that it forwards. */
      signalConnections: z.int(),
      /** Its database connections, and the queries that wait for one. */
      database: z.object({ busy: z.int(), idle: z.int(), waiting: z.int() }),
      /** Where Prometheus finds its metrics; null if nowhere. */
      metrics: z.string().nullable(),
    }),
    checks: z.array(finding),
  })
  .meta({ id: "ServerState" });
export type ServerState = z.infer<typeof serverState>;

const mailAnswers = {
  key: "mail" as const,
  verdict: "ok" as const,
  code: "mail-answers" as const,
  values: { host: "mail.example.com" },
  detail: "The mail server mail.example.com answers.",
};

export const readServer = endpoint({
  method: "GET",
  path: "/installation/server",
  summary: "Read the versions, load and storage of this server, and check its configuration.",
  access: "admin",
  scope: null,
  response: serverState,
  errors: ["too-many-requests"],
  example: {
    response: {
      versions: { greenroom: "0.1.0", node: "24.22.3", next: "16.4.6", postgresql: "18.1" },
      startedAt: sample.at,
      appProcesses: 1,
      load: { averages: [0.42, 0.38, 0.3], cpus: 4 },
      memory: { app: 310_000_000, free: 5_200_000_000, total: 8_300_000_000 },
      disk: { free: 61_000_000_000, total: 80_000_000_000 },
      databaseBytes: 48_000_000,
      liveShows: 2,
      connected: 131,
      process: {
        draining: false,
        eventStreams: 118,
        signalConnections: 131,
        database: { busy: 2, idle: 6, waiting: 0 },
        metrics: "127.0.0.1:9464",
      },
      checks: [mailAnswers],
    },
  },
});

export const testServer = endpoint({
  method: "POST",
  path: "/installation/server/checks/{key}",
  summary:
    "Test a part of this server now. `mail` sends you an email, `tls` opens `PUBLIC_URL`, `webhook` makes LiveKit " +
    "send one, `turn` asks LiveKit for TURN servers. A failed test is a 200 with the verdict `failed`.",
  access: "admin",
  scope: null,
  params: z.object({ key: z.enum(testKeys) }),
  response: finding,
  errors: ["too-many-requests"],
  example: {
    params: { key: "mail" },
    response: {
      ...mailAnswers,
      code: "mail-sent",
      values: { address: "ada@example.com" },
      detail: "Email sent to ada@example.com. Check that it arrives.",
    },
  },
});

export const testMedia = endpoint({
  method: "POST",
  path: "/installation/server/connection-check",
  summary: "Get a token for testing the media connection from your browser, in an empty room.",
  access: "admin",
  scope: null,
  response: roomToken,
  errors: ["too-many-requests", "livekit-unavailable"],
  example: { response: { token: sample.token, url: sample.url } },
});

import type {
  GuestSeat,
  GuestState,
  JoinEvent,
  JoinOutcome,
  JoinState,
} from "@/lib/client/join/join-model";
import { beforeJoin, joinState } from "@/lib/client/join/join-state";

export const show = {
  mint: "aBcDeF123456",
  title: "An evening",
  creatorName: "Grace",
  status: "live",
  visibility: "public",
  brand: null,
} as const;

type GuestStatus = NonNullable<GuestState["guest"]>["status"];

const visit = (
  status: GuestStatus | null,
  more: Partial<Omit<GuestState, "guest" | "livestream">> & {
    livestream?: Partial<GuestState["livestream"]>;
    guest?: Partial<NonNullable<GuestState["guest"]>>;
  } = {},
): GuestState => ({
  invite: "valid",
  url: "ws://here",
  ...more,
  livestream: { ...show, ...more.livestream },
  guest: status && {
    identity: "g_abcdefgh",
    name: "Ada",
    status,
    knockedAt: "2030-01-01T20:00:00Z",
    place: "stage",
    message: null,
    ...more.guest,
  },
});

type Happening = JoinEvent | JoinOutcome;

const outcomes: ReadonlySet<string> = new Set<JoinOutcome["type"]>([
  ...(["state-read", "state-failed", "token-issued", "token-refused"] as const),
  ...(["leave-done", "leave-failed"] as const),
]);
const isOutcome = (it: Happening): it is JoinOutcome => outcomes.has(it.type);

/** The outcome of what that state asks for; it may arrive late. */
export function answerTo({ task }: JoinState, outcome: JoinOutcome): JoinEvent {
  if (!task) throw new Error(`the state asks for nothing that "${outcome.type}" could answer`);
  return { type: "done", task, outcome };
}

/** A bare outcome answers what the state asks for at the time. */
const step = (state: JoinState, it: Happening): JoinState =>
  joinState(state, isOutcome(it) ? answerTo(state, it) : it);

export const arriving = (...all: Happening[]): JoinState => all.reduce(step, beforeJoin);
export const later = (state: JoinState, ...all: Happening[]): JoinState => all.reduce(step, state);

export const opened: JoinEvent = { type: "opened", invite: "address" };
export const reloaded: JoinEvent = { type: "opened", invite: "reload" };
export const read = (...given: Parameters<typeof visit>): JoinOutcome => ({
  type: "state-read",
  visit: visit(...given),
});
export const asks: JoinEvent = { type: "asked-to-join", guestName: "Ada" };
export const issued = (token: string): JoinOutcome => ({ type: "token-issued", token });
export const connected = (seat: GuestSeat, atMs = 0): JoinEvent => ({
  type: "connected",
  seat,
  atMs,
});
export const drops = (atMs = 1_000): JoinEvent => ({
  type: "disconnected",
  duplicate: false,
  atMs,
});
export const refused = (
  code: Extract<JoinOutcome, { type: "token-refused" }>["trouble"]["code"],
  retryAfterSeconds?: number,
): JoinOutcome => ({
  type: "token-refused",
  trouble: { code, message: "Refused.", retryAfterSeconds },
});

export const waiting = arriving(
  opened,
  read(null),
  asks,
  issued("t1"),
  connected("waiting"),
  read("waiting"),
);
export const onStage = later(waiting, { type: "seat-changed", seat: "stage" });

import type { JoinEvent, JoinOutcome, JoinState, Seat, Visit } from "@/lib/client/join-model";
import { beforeJoin, joinState } from "@/lib/client/join-state";

export const show = {
  mint: "aBcDeF123456",
  title: "An evening",
  creatorName: "Grace",
  status: "live",
  visibility: "public",
} as const;

type GuestStatus = NonNullable<Visit["guest"]>["status"];

const visit = (
  status: GuestStatus | null,
  more: Partial<Omit<Visit, "guest" | "livestream">> & {
    livestream?: Partial<Visit["livestream"]>;
    guest?: Partial<NonNullable<Visit["guest"]>>;
  } = {},
): Visit => ({
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

export const arriving = (...events: JoinEvent[]): JoinState => events.reduce(joinState, beforeJoin);
export const later = (state: JoinState, ...events: JoinEvent[]) => events.reduce(joinState, state);

export const opened: JoinEvent = { type: "opened", invite: "address" };
export const reloaded: JoinEvent = { type: "opened", invite: "reload" };
export const read = (...given: Parameters<typeof visit>): JoinOutcome => ({
  type: "state-read",
  visit: visit(...given),
});
export const asks: JoinEvent = { type: "asked-to-join", guestName: "Ada" };
export const issued = (token: string): JoinEvent => ({ type: "token-issued", token });
export const connected = (seat: Seat, atMs = 0): JoinEvent => ({
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
  code: Extract<JoinEvent, { type: "token-refused" }>["trouble"]["code"],
  retryAfterSeconds?: number,
): JoinEvent => ({
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

import type { SipClaim, VideoClaim } from "./claims";

type Service = {
  video?: Omit<VideoClaim, "room" | "roomJoin">;
  sip?: SipClaim;
  /** Whether a token is for one room, which has to be named. */
  oneRoom: boolean;
};

export const serviceTtlSeconds = 10 * 60;

/**
 * What the operator's own programs may ask of LiveKit's server API. None of them joins a room, and
 * the gate lets none of them in; no seat of a person has any of this.
 */
export const services = {
  recorder: { video: { roomRecord: true }, oneRoom: true },
  ingress: { video: { ingressAdmin: true }, oneRoom: false },
  rooms: { video: { roomCreate: true, roomList: true }, oneRoom: false },
  telephony: { sip: { admin: true, call: true }, oneRoom: false },
} as const satisfies Record<string, Service>;

export type ServiceRole = keyof typeof services;

/** The service's claims, for one room where it is for one. */
export function serviceClaims(
  role: ServiceRole,
  room: string | null,
): { video?: VideoClaim; sip?: SipClaim } {
  const { video, sip, oneRoom }: Service = services[role];
  return {
    ...(video && { video: { ...video, ...(oneRoom && room && { room }) } }),
    ...(sip && { sip: { ...sip } }),
  };
}

import type { SipClaim, VideoClaim } from "./claims";

type Service = {
  video?: Omit<VideoClaim, "room" | "roomJoin">;
  sip?: SipClaim;
  /** Whether a token is for a single room, which must be named. */
  oneRoom: boolean;
};

export const serviceTtlSeconds = 10 * 60;

/**
 * LiveKit server API permissions for the operator's own programs. None of them joins a room, the
 * gate refuses them all, and no person's seat includes any of these permissions.
 */
export const services = {
  recorder: { video: { roomRecord: true }, oneRoom: true },
  ingress: { video: { ingressAdmin: true }, oneRoom: false },
  rooms: { video: { roomCreate: true, roomList: true }, oneRoom: false },
  telephony: { sip: { admin: true, call: true }, oneRoom: false },
} as const satisfies Record<string, Service>;

export type ServiceRole = keyof typeof services;

/** The service's claims, limited to one room where the service requires it. */
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

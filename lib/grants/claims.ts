/**
 * The claims that LiveKit reads in a token, as in the JWT ("Tokens & grants"; the last three are
 * from livekit/protocol, auth/grants.go).
 */
export type VideoClaim = {
  room?: string;
  roomJoin?: boolean;
  roomCreate?: boolean;
  roomList?: boolean;
  roomAdmin?: boolean;
  roomRecord?: boolean;
  ingressAdmin?: boolean;
  canPublish?: boolean;
  /** `camera`, `microphone`, `screen_share`, `screen_share_audio`; missing or empty means any. */
  canPublishSources?: string[];
  canPublishData?: boolean;
  canSubscribe?: boolean;
  canUpdateOwnMetadata?: boolean;
  hidden?: boolean;
  recorder?: boolean;
  agent?: boolean;
};

export type SipClaim = {
  /** Manage SIP trunks and dispatch rules. */
  admin?: boolean;
  /** Make calls. */
  call?: boolean;
};

type ParticipantKind = "standard" | "ingress" | "egress" | "sip" | "agent";

/** A whole token. `nbf` and `exp` are in seconds since 1970. */
export type TokenClaims = {
  iss: string;
  sub?: string;
  nbf: number;
  exp: number;
  name?: string;
  kind?: ParticipantKind;
  metadata?: string;
  attributes?: Record<string, string>;
  video?: VideoClaim;
  sip?: SipClaim;
};

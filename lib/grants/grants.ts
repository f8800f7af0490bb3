import { TrackSource, type VideoGrant } from "livekit-server-sdk";

const allSources = [
  TrackSource.CAMERA,
  TrackSource.MICROPHONE,
  TrackSource.SCREEN_SHARE,
  TrackSource.SCREEN_SHARE_AUDIO,
];

/** What one seat may do in a room. Every field is said: LiveKit reads an absent one as it likes. */
export type Grant = {
  canPublishSources: TrackSource[];
  canSubscribe: boolean;
  canPublishData: boolean;
  hidden: boolean;
  roomAdmin: boolean;
  ttlSeconds: number;
};

const minute = 60;
// LiveKit renews the token of whoever is connected, so a short life costs nobody a connection.
const watching = {
  canPublishSources: [],
  canSubscribe: true,
  // LiveKit has no limit on data a participant sends; chat goes through the server instead.
  canPublishData: false,
  roomAdmin: false,
  ttlSeconds: 10 * minute,
} as const;

/** The one table of who may do what in a room. */
export const grants = {
  host: {
    canPublishSources: allSources,
    canSubscribe: true,
    canPublishData: true,
    hidden: false,
    roomAdmin: true,
    ttlSeconds: 60 * minute,
  },
  guestOnStage: { ...watching, canPublishSources: allSources, hidden: false },
  guestWaiting: { ...watching, hidden: true },
  guestInLobby: { ...watching, canSubscribe: false, hidden: true },
  hiddenViewer: { ...watching, hidden: true },
  visibleViewer: { ...watching, hidden: false },
} as const satisfies Record<
  string,
  Readonly<Omit<Grant, "canPublishSources">> & { canPublishSources: readonly TrackSource[] }
>;

export type Seat = keyof typeof grants;

/** The seat as the `video` claim of a token (LiveKit: "Tokens & grants"). */
export function videoGrant(seat: Seat, room: string): VideoGrant {
  const { ttlSeconds: _, canPublishSources, roomAdmin, ...rest } = grants[seat];
  const canPublish = canPublishSources.length > 0;
  return {
    room,
    roomJoin: true,
    ...rest,
    canPublish,
    ...(canPublish && { canPublishSources: [...canPublishSources] }),
    canUpdateOwnMetadata: false,
    ...(roomAdmin && { roomAdmin }),
  };
}

/**
 * The seat as the full permission set of `UpdateParticipant`, which overwrites every field: one left
 * out would un-hide a viewer or take a speaker's subscriptions.
 */
export function permission(seat: Seat) {
  const { canPublishSources, canSubscribe, canPublishData, hidden } = grants[seat];
  return {
    canSubscribe,
    canPublish: canPublishSources.length > 0,
    canPublishData,
    canPublishSources: [...canPublishSources],
    hidden,
    canUpdateMetadata: false,
  };
}

/** The fields of a token's `video` claim that the gate weighs, as they stand in the JWT. */
export type VideoClaim = {
  room?: string;
  roomJoin?: boolean;
  roomCreate?: boolean;
  roomList?: boolean;
  roomAdmin?: boolean;
  roomRecord?: boolean;
  ingressAdmin?: boolean;
  canPublish?: boolean;
  canPublishSources?: string[];
  canPublishData?: boolean;
  canSubscribe?: boolean;
  canUpdateOwnMetadata?: boolean;
  hidden?: boolean;
  recorder?: boolean;
  agent?: boolean;
};

const sourceNames: Record<TrackSource, string> = {
  [TrackSource.UNKNOWN]: "unknown",
  [TrackSource.CAMERA]: "camera",
  [TrackSource.MICROPHONE]: "microphone",
  [TrackSource.SCREEN_SHARE]: "screen_share",
  [TrackSource.SCREEN_SHARE_AUDIO]: "screen_share_audio",
};

/**
 * Whether a token asks for no more than the seat has. What LiveKit takes as "yes" when absent
 * (publish, data, subscribe) counts as asked for. `hidden` must agree both ways: a visible participant that
 * comes back hidden under its identity stays a ghost on every other screen.
 */
export function isWithin(seat: Seat, claim: VideoClaim): boolean {
  const grant = grants[seat];
  const allowed = new Set(grant.canPublishSources.map((source) => sourceNames[source]));
  const publishes = claim.canPublish !== false;
  const sources = claim.canPublishSources ?? [];
  const publishFits = publishes
    ? allowed.size > 0 && sources.length > 0 && sources.every((source) => allowed.has(source))
    : true;
  return (
    publishFits &&
    (claim.hidden ?? false) === grant.hidden &&
    (claim.canPublishData === false || grant.canPublishData) &&
    (claim.canSubscribe === false || grant.canSubscribe) &&
    (!claim.roomAdmin || grant.roomAdmin) &&
    !claim.canUpdateOwnMetadata &&
    !claim.roomCreate &&
    !claim.roomList &&
    !claim.roomRecord &&
    !claim.ingressAdmin &&
    !claim.recorder &&
    !claim.agent
  );
}

import { TrackSource } from "livekit-server-sdk";
import type { PublishSource } from "@/lib/contracts/stage";
import type { VideoClaim } from "./claims";

/**
 * The permissions of a seat in a room. Every field is set, because LiveKit's defaults for missing
 * ones vary.
 */
type Grant = {
  /** LiveKit counts and shows agents separately from people. */
  kind: "standard" | "agent";
  canPublishSources: readonly PublishSource[];
  canSubscribe: boolean;
  canPublishData: boolean;
  canUpdateOwnMetadata: boolean;
  hidden: boolean;
  roomAdmin: boolean;
  agent: boolean;
  /** Whether a host may restrict the seat to fewer sources. */
  narrowable: boolean;
  ttlSeconds: number;
};

const allSources: readonly PublishSource[] = [
  "camera",
  "microphone",
  "screen_share",
  "screen_share_audio",
];

const minute = 60;
// LiveKit refreshes tokens of connected clients, so a short life does not end connections.
const watching = {
  kind: "standard",
  canPublishSources: [],
  canSubscribe: true,
  // LiveKit does not limit the data a participant sends; chat goes through the server instead.
  canPublishData: false,
  canUpdateOwnMetadata: false,
  hidden: false,
  roomAdmin: false,
  agent: false,
  narrowable: false,
  ttlSeconds: 10 * minute,
} as const;
const onStage = { ...watching, canPublishSources: allSources, narrowable: true } as const;
const encoding = {
  ...watching,
  canPublishSources: ["camera", "microphone"],
  // LiveKit subscribes a WHIP client to everything it is allowed to see.
  canSubscribe: false,
  ttlSeconds: minute,
} as const;

/** The one table of what each seat may do in a room. */
export const grants = {
  host: {
    ...watching,
    canPublishSources: allSources,
    canPublishData: true,
    roomAdmin: true,
    ttlSeconds: 60 * minute,
  },
  /** Sees what an encoder sends, unseen: viewers wait in the same room. */
  hostBeforeShow: { ...watching, hidden: true, ttlSeconds: 60 * minute },
  /** A host's connection check, in a room where nobody receives anything. */
  connectionCheck: {
    ...watching,
    canPublishSources: ["camera", "microphone"],
    canSubscribe: false,
    ttlSeconds: 2 * minute,
  },
  /** A host or an admitted guest in the backstage room, where viewers never are. */
  inBackstage: { ...watching, canPublishSources: ["camera", "microphone"] },
  guestOnStage: onStage,
  guestWaiting: { ...watching, hidden: true },
  guestBackstage: { ...watching, hidden: true },
  guestBeforeShow: { ...watching, canSubscribe: false, hidden: true },
  guestInLobby: { ...watching, canSubscribe: false, hidden: true },
  hiddenViewer: { ...watching, hidden: true },
  viewerBeforeShow: { ...watching, canSubscribe: false, hidden: true },
  visibleViewer: watching,
  viewerOnStage: onStage,
  encoder: encoding,
  /** The same without a name: viewers wait in the same room. */
  encoderBeforeShow: encoding,
  agent: {
    ...watching,
    kind: "agent",
    agent: true,
    canPublishSources: ["camera", "microphone"],
    canPublishData: true,
    // LiveKit's agent framework reports the agent's state in its own attribute.
    canUpdateOwnMetadata: true,
  },
} as const satisfies Record<string, Grant>;

export type Seat = keyof typeof grants;

/**
 * The sources a seat may publish. `sources` are those a host allows; null means all of the seat's.
 */
function publishable(seat: Seat, sources: readonly PublishSource[] | null): PublishSource[] {
  const { canPublishSources, narrowable }: Grant = grants[seat];
  return canPublishSources.filter((each) => !narrowable || !sources || sources.includes(each));
}

/** The seat as the `video` claim of a token (LiveKit: "Tokens & grants"). */
export function videoGrant(
  seat: Seat,
  room: string,
  sources: readonly PublishSource[] | null = null,
): VideoClaim {
  const { canSubscribe, canPublishData, canUpdateOwnMetadata, hidden, roomAdmin, agent } =
    grants[seat];
  const canPublishSources = publishable(seat, sources);
  const canPublish = canPublishSources.length > 0;
  return {
    room,
    roomJoin: true,
    canPublish,
    // LiveKit treats an empty list as any source.
    ...(canPublish && { canPublishSources }),
    canSubscribe,
    canPublishData,
    canUpdateOwnMetadata,
    hidden,
    ...(roomAdmin && { roomAdmin }),
    ...(agent && { agent }),
  };
}

export const trackSourceOf: Record<PublishSource, TrackSource> = {
  camera: TrackSource.CAMERA,
  microphone: TrackSource.MICROPHONE,
  screen_share: TrackSource.SCREEN_SHARE,
  screen_share_audio: TrackSource.SCREEN_SHARE_AUDIO,
};

/**
 * The seat as the full permission set of `UpdateParticipant`, which overwrites every field: a
 * missing one would un-hide a viewer or remove a speaker's subscriptions.
 */
export function permission(seat: Seat, sources: readonly PublishSource[] | null = null) {
  const { canSubscribe, canPublishData, canUpdateOwnMetadata, hidden, agent } = grants[seat];
  const canPublishSources = publishable(seat, sources).map((each) => trackSourceOf[each]);
  return {
    canSubscribe,
    canPublish: canPublishSources.length > 0,
    canPublishData,
    canPublishSources,
    hidden,
    canUpdateMetadata: canUpdateOwnMetadata,
    agent,
  };
}

type Held = { kind?: string; sources?: readonly PublishSource[] | null };

/**
 * Whether a token asks for no more than its seat allows. Fields that LiveKit treats as granted when
 * missing (publish, data, subscribe) count as requested. `hidden` must match exactly: a participant
 * that was visible and returns hidden under the same identity stays on every other screen as a
 * ghost.
 */
export function isWithin(
  seat: Seat,
  claim: VideoClaim,
  { kind = "standard", sources = null }: Held = {},
): boolean {
  const grant: Grant = grants[seat];
  const allowed: ReadonlySet<string> = new Set(publishable(seat, sources));
  const asked = claim.canPublishSources ?? [];
  const publishFits =
    claim.canPublish === false ||
    (allowed.size > 0 && asked.length > 0 && asked.every((source) => allowed.has(source)));
  return (
    publishFits &&
    kind === grant.kind &&
    (claim.hidden ?? false) === grant.hidden &&
    (claim.canPublishData === false || grant.canPublishData) &&
    (claim.canSubscribe === false || grant.canSubscribe) &&
    (!claim.roomAdmin || grant.roomAdmin) &&
    (!claim.canUpdateOwnMetadata || grant.canUpdateOwnMetadata) &&
    (!claim.agent || grant.agent) &&
    !claim.roomCreate &&
    !claim.roomList &&
    !claim.roomRecord &&
    !claim.ingressAdmin &&
    !claim.recorder
  );
}

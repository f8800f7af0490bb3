import { call } from "@/lib/client/server-api/api";
import { type AllowedSources, sourcesOf } from "@/lib/client/stage/allowed-sources";
import type {
  askToUnmute,
  GuestDestination,
  messageGuest,
  placeGuest,
  silenceParticipant,
} from "@/lib/contracts/backstage";
import type { revokeInvite } from "@/lib/contracts/invites";
import type { allowSources } from "@/lib/contracts/stage";

/**
 * A host's actions on a guest. Pages learn the outcome from the livestream's events and the room.
 * Each throws ApiError.
 */
export type GuestAt = { mint: string; identity: string };
export type GuestDevice = "camera" | "microphone";

export const placeAt = (params: GuestAt, place: GuestDestination) =>
  call<typeof placeGuest>("PUT", "/livestreams/{mint}/guests/{identity}/place", {
    params,
    body: { place },
  });

/** Null deletes the message. */
export const writeTo = (params: GuestAt, text: string | null) =>
  call<typeof messageGuest>("PUT", "/livestreams/{mint}/guests/{identity}/message", {
    params,
    body: { text },
  });

export const silence = (params: GuestAt, source: GuestDevice) =>
  call<typeof silenceParticipant>("POST", "/livestreams/{mint}/participants/{identity}/silence", {
    params,
    body: { source },
  });

export const askFor = (params: GuestAt, source: GuestDevice) =>
  call<typeof askToUnmute>("POST", "/livestreams/{mint}/participants/{identity}/ask", {
    params,
    body: { source },
  });

/** Ends anything they send beyond these sources. */
export const allow = (params: GuestAt, sources: AllowedSources) =>
  call<typeof allowSources>("PATCH", "/livestreams/{mint}/participants/{identity}", {
    params,
    body: { canPublishSources: sourcesOf(sources) },
  });

/** Also turns away everyone waiting with this invite. */
export const revoke = (jti: string) =>
  call<typeof revokeInvite>("POST", "/api/v1/livekit/guest/invite/revoke", { body: { jti } });

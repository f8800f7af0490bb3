import { call } from "@/lib/client/server-api/api";
import { type AllowedSources, sourcesOf } from "@/lib/client/stage/allowed-sources";
import type {
  askToUnmute,
  GuestDestination,
  messageGuest,
  placeGuest,
  silenceParticipant,
} from "@/lib/contracts/backstage";
import type { revokeInvite } from "@/lib/contracts/guests";
import type { allowSources } from "@/lib/contracts/stage";

/**
 * What a host does with a guest. The livestream's events and the room tell every page what became
 * of it. Each throws ApiError.
 */
export type GuestAt = { mint: string; identity: string };
export type GuestDevice = "camera" | "microphone";

export const placeAt = (params: GuestAt, place: GuestDestination) =>
  call<typeof placeGuest>("PUT", "/livestreams/{mint}/guests/{identity}/place", {
    params,
    body: { place },
  });

/** Null takes the line back. */
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

/** What they send beyond it ends at once. */
export const allow = (params: GuestAt, sources: AllowedSources) =>
  call<typeof allowSources>("PATCH", "/livestreams/{mint}/participants/{identity}", {
    params,
    body: { canPublishSources: sourcesOf(sources) },
  });

/** Sends away everybody who waits by the invite. */
export const revoke = (jti: string) =>
  call<typeof revokeInvite>("POST", "/api/v1/livekit/guest/invite/revoke", { body: { jti } });

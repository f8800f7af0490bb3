import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { identity, mint } from "@/lib/contracts/common/fields";
import { person } from "./livestreams";

/** The sources a participant can publish, by LiveKit's names. */
const publishSource = z.enum(["camera", "microphone", "screen_share", "screen_share_audio"]);
export type PublishSource = z.infer<typeof publishSource>;

const sources = z
  .array(publishSource)
  .max(4)
  .transform((given) => [...new Set(given)])
  .nullable();

const featuredViewer = z.object({
  account: person,
  /** Their current visible connections; empty while they are away. */
  identities: z.array(identity),
  /** The sources they may publish; null means everything. */
  canPublishSources: z.array(publishSource).nullable(),
});
export type FeaturedViewer = z.infer<typeof featuredViewer>;

const stage = z.object({ featured: z.array(featuredViewer) });
const example = {
  featured: [{ account: sample.person, identities: [sample.viewer], canPublishSources: null }],
};

export const listFeatured = endpoint({
  method: "GET",
  path: "/livestreams/{mint}/stage",
  summary: "List the viewers on stage. Hosts only.",
  access: "account",
  scope: "livestreams:read",
  params: z.object({ mint }),
  response: stage,
  errors: ["livestream-not-found", "not-allowed"],
  example: { params: sample.room, response: example },
});

export const featureViewer = endpoint({
  method: "POST",
  path: "/livestreams/{mint}/stage",
  summary: "Put a visible viewer on stage. They can publish immediately. Hosts only.",
  access: "account",
  scope: "livestreams:write",
  params: z.object({ mint }),
  body: z.object({ identity }),
  response: stage,
  errors: ["livestream-not-found", "not-allowed", "participant-not-found", "livestream-ended"],
  example: { params: sample.room, body: { identity: sample.viewer }, response: example },
});

export const unfeatureViewer = endpoint({
  method: "DELETE",
  path: "/livestreams/{mint}/stage/{identity}",
  summary:
    "Take a featured viewer off the stage, by account id or identity. They keep watching. For " +
    "hosts and the viewer themselves, who gets an empty list.",
  access: "account",
  scope: "livestreams:write",
  params: z.object({ mint, identity }),
  response: stage,
  errors: ["livestream-not-found", "not-allowed", "participant-not-found"],
  example: {
    params: { mint: sample.mint, identity: sample.person.id },
    response: { featured: [] },
  },
});

export const allowSources = endpoint({
  method: "PATCH",
  path: "/livestreams/{mint}/participants/{identity}",
  summary:
    "Set what a guest or featured viewer on stage may publish; `null` means everything. Hosts " +
    "only.",
  access: "account",
  scope: "livestreams:write",
  params: z.object({ mint, identity }),
  body: z.object({ canPublishSources: sources }),
  response: z.object({ identity, canPublishSources: z.array(publishSource).nullable() }),
  errors: ["livestream-not-found", "not-allowed", "participant-not-found", "not-on-stage"],
  example: {
    params: { mint: sample.mint, identity: sample.guest },
    body: { canPublishSources: ["camera"] },
    response: { identity: sample.guest, canPublishSources: ["camera"] },
  },
});

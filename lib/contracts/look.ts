import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { identity, instant, line, mint } from "@/lib/contracts/common/fields";
import { bannerMax, countdownMaxSeconds, tileOrderMax } from "@/lib/contracts/common/limits";
import { layouts, scenes } from "@/lib/contracts/common/scenes";

const scene = z.enum(scenes);
const layout = z.enum(layouts);
const volume = z.number().min(0).max(1);

/** How the show looks. Hosts set it for everyone. */
export const stageLook = z
  .object({
    /** `show` is the stage. The others are cards that cover it: viewers’ players show and play nobody. */
    scene,
    /** What a card counts down to; null for nothing. */
    countdownTo: instant.nullable(),
    /**
     * `auto` shows a shared screen first, otherwise even tiles. `side-by-side` shows at most two per
     * row. `screen` shows the screen with faces beside it, or `grid` if no screen is shared.
     * `picture-in-picture` shows the others in a corner of the large picture.
     */
    layout,
    /** The participant in the spotlight; null means the first in the order. */
    spotlight: identity.nullable(),
    /** Identities in the order of their tiles; everyone else follows by joining time. */
    tileOrder: z.array(identity),
    /** How loud viewers hear someone, from 0 to 1, by identity; everyone else is 1. */
    volumes: z.record(identity, volume),
    /** Whether to show names. */
    showNames: z.boolean(),
    /** One line of text over the video. */
    banner: z.string().nullable(),
    /** A chat message over the video, as it was written. */
    comment: z.object({ seq: z.int(), name: z.string(), text: z.string() }).nullable(),
  })
  .meta({ id: "StageLook" });
export type StageLook = z.infer<typeof stageLook>;

const lookChanges = z.object({
  scene: scene.optional(),
  /** From now on, by the server’s clock; null for none. A change of scene without it means none. */
  countdownSeconds: z.int().min(1).max(countdownMaxSeconds).nullable().optional(),
  layout: layout.optional(),
  spotlight: identity.nullable().optional(),
  tileOrder: z.array(identity).max(tileOrderMax).optional(),
  /** People who are missing keep their volume. */
  volumes: z.array(z.strictObject({ identity, volume })).max(tileOrderMax).optional(),
  showNames: z.boolean().optional(),
  banner: line(bannerMax).nullable().optional(),
  /** The `seq` of a message in the show’s chat; null takes it off. */
  comment: z.int().min(1).nullable().optional(),
});
export type LookChanges = z.infer<typeof lookChanges>;

export const arrangeStage = endpoint({
  method: "PATCH",
  path: "/livestreams/{mint}/look",
  summary:
    "Change the scene, layout, order, volumes, names, banner or comment for everyone. Hosts only.",
  access: "account",
  scope: "livestreams:write",
  params: z.object({ mint }),
  body: lookChanges,
  response: stageLook,
  errors: [
    "livestream-not-found",
    "not-allowed",
    "livestream-ended",
    "participant-not-found",
    "message-not-found",
  ],
  example: {
    params: sample.room,
    body: { layout: "spotlight", spotlight: sample.guest, banner: "Questions at the end" },
    response: { ...sample.livestream.look, layout: "spotlight", spotlight: sample.guest },
  },
});

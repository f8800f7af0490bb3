import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { identity, line, mint } from "@/lib/contracts/common/fields";
import { bannerMax } from "@/lib/contracts/common/limits";

/**
 * How everyone on stage is arranged. `auto` shows a shared screen first, otherwise even tiles.
 * `side-by-side` shows at most two per row. `screen` shows the screen with faces beside it, or `grid` if
 * no screen is shared.
 */
const stageLayout = z.enum(["auto", "spotlight", "grid", "side-by-side", "screen"]);
export type StageLayout = z.infer<typeof stageLayout>;

/** How the show looks. Hosts set it for everyone. */
export const stageLook = z
  .object({
    layout: stageLayout,
    /** The participant in the spotlight; null means the first to join the stage. */
    spotlight: identity.nullable(),
    /** Whether to show names. */
    showNames: z.boolean(),
    /** One line of text over the video. */
    banner: z.string().nullable(),
  })
  .meta({ id: "StageLook" });
export type StageLook = z.infer<typeof stageLook>;

export const arrangeStage = endpoint({
  method: "PATCH",
  path: "/livestreams/{mint}/look",
  summary: "Change the layout, spotlight, names or banner for everyone. Hosts only.",
  access: "account",
  scope: "livestreams:write",
  params: z.object({ mint }),
  body: z.object({
    layout: stageLayout.optional(),
    spotlight: identity.nullable().optional(),
    showNames: z.boolean().optional(),
    banner: line(bannerMax).nullable().optional(),
  }),
  response: stageLook,
  errors: ["livestream-not-found", "not-allowed", "livestream-ended", "participant-not-found"],
  example: {
    params: sample.room,
    body: { layout: "spotlight", spotlight: sample.guest, banner: "Questions at the end" },
    response: { ...sample.livestream.look, layout: "spotlight", spotlight: sample.guest },
  },
});

import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { identity, line, mint } from "@/lib/contracts/common/fields";
import { bannerMax } from "@/lib/contracts/common/limits";

/**
 * How everybody on stage is arranged. `auto` shows a screen first and otherwise even tiles;
 * `side-by-side` two at most per row; `screen` the screen with faces beside it, and without a screen as `grid`.
 */
const stageLayout = z.enum(["auto", "spotlight", "grid", "side-by-side", "screen"]);
export type StageLayout = z.infer<typeof stageLayout>;

/** What the hosts decide about the picture, the same for all who see it. */
export const stageLook = z
  .object({
    layout: stageLayout,
    /** Whom the spotlight is on; null is whoever came on stage first. */
    spotlight: identity.nullable(),
    /** Whether names stand in the pictures. */
    showNames: z.boolean(),
    /** One line over the picture. */
    banner: z.string().nullable(),
  })
  .meta({ id: "StageLook" });
export type StageLook = z.infer<typeof stageLook>;

export const arrangeStage = endpoint({
  method: "PATCH",
  path: "/livestreams/{mint}/look",
  summary: "Change the layout, the spotlight, the names or the banner, for all who watch.",
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

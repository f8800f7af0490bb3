"use client";

import { useTranslations } from "next-intl";
import type { SceneKeys } from "@/lib/client/stage/use-stage-keys";
import { deskAction, type SceneName, takeKey } from "@/lib/client/studio/scenes";
import type { SceneDesk } from "@/lib/client/studio/use-scene-desk";

/** Scenes by number, and the key that takes the next one. */
export function useSceneKeys({ choose, take }: SceneDesk): SceneKeys {
  const t = useTranslations("stage.scenes.keys");
  return {
    actionOf: deskAction,
    act: (action) => (action === "take" ? take() : choose(action as SceneName)),
    rows: [
      { label: t("scenes"), keys: ["1", "…", "9"] },
      { label: t("take"), keys: [takeKey.toUpperCase()] },
    ],
  };
}

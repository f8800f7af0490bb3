"use client";

import { useTranslations } from "next-intl";
import { SceneDrawing } from "@/components/studio/scene-drawing";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Switch } from "@/components/ui/switch";
import { sceneNames } from "@/lib/client/studio/scenes";
import type { SceneDesk } from "@/lib/client/studio/use-scene-desk";

/** What everyone sees, changed with one press or its number. */
export function SceneBar({ desk }: { desk: SceneDesk }) {
  const t = useTranslations("stage.scenes");
  const { onAir, next, previews } = desk;
  return (
    <div className="flex items-center gap-3 border-t border-line px-safe-2 py-2 max-sm:flex-wrap">
      <div
        role="toolbar"
        aria-label={t("bar")}
        className="flex min-w-0 flex-1 gap-1.5 overflow-x-auto p-0.5 max-sm:basis-full"
      >
        {sceneNames.map((name, index) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === onAir}
            aria-keyshortcuts={String(index + 1)}
            aria-describedby={name === next ? "scene-next" : undefined}
            onClick={() => desk.choose(name)}
            className={classNames(
              "flex h-14 min-w-20 flex-1 basis-0 flex-col items-center justify-center gap-1 rounded border px-1 text-xs leading-tight",
              name === onAir
                ? "border-tally-text text-ink"
                : name === next
                  ? "border-go bg-fill text-ink"
                  : "border-line text-ink-soft hover:bg-fill hover:text-ink",
            )}
          >
            <SceneDrawing scene={name} />
            <span className="max-w-full truncate">{t(`names.${name}`)}</span>
          </button>
        ))}
      </div>
      <div className="flex shrink-0 items-center gap-3">
        <Switch label={t("preview-first")} checked={previews} onCheckedChange={desk.setPreviews} />
        {previews ? (
          <Button
            variant="primary"
            size="sm"
            disabled={next === null}
            aria-keyshortcuts="t"
            onClick={desk.take}
          >
            {t("take")}
          </Button>
        ) : null}
      </div>
      <p id="scene-next" hidden>
        {t("is-next")}
      </p>
    </div>
  );
}

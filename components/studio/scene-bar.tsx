"use client";

import { useTranslations } from "next-intl";
import { SceneDrawing } from "@/components/studio/scene-drawing";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { sceneNames } from "@/lib/client/studio/scenes";
import type { SceneDesk } from "@/lib/client/studio/use-scene-desk";

/** What everyone sees, changed with one press or its number. */
export function SceneBar({ desk }: { desk: SceneDesk }) {
  const t = useTranslations("stage.scenes");
  const { onAir, next, previews } = desk;
  return (
    <div className="flex items-center gap-2 border-t border-line px-safe-2 py-1.5">
      <div
        role="toolbar"
        aria-label={t("bar")}
        className="flex min-w-0 flex-1 gap-1.5 overflow-x-auto p-1"
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
              "flex h-13 min-w-18 flex-1 flex-col items-center justify-center gap-1 rounded border px-1.5 text-xs leading-tight whitespace-nowrap",
              name === onAir
                ? "border-tally-text text-ink"
                : name === next
                  ? "border-go bg-fill text-ink"
                  : "border-line text-ink-soft hover:bg-fill hover:text-ink",
            )}
          >
            <SceneDrawing scene={name} />
            {t(`names.${name}`)}
          </button>
        ))}
      </div>
      {previews ? (
        <Button
          variant="primary"
          disabled={next === null}
          aria-keyshortcuts="t"
          onClick={desk.take}
        >
          {t("take")}
        </Button>
      ) : null}
      <p id="scene-next" hidden>
        {t("is-next")}
      </p>
    </div>
  );
}

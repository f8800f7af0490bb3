"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import type { Place } from "@/lib/client/stage/stage-layout";
import type { StageLayout } from "@/lib/contracts/look";

type LayoutChoiceProps = { value: StageLayout; onChange: (layout: StageLayout) => void };

const box = { width: 48, height: 27 };
const whole = { x: 0, y: 0 };

/** Drawn by hand: at this size, a layout's true proportions are hard to tell apart. */
const drawings: Record<StageLayout, readonly Place[]> = {
  auto: [
    { ...whole, width: 23, height: 27 },
    { x: 25, y: 0, width: 23, height: 27 },
  ],
  spotlight: [
    { ...whole, width: 48, height: 18 },
    { x: 5, y: 20, width: 11, height: 7 },
    { x: 18.5, y: 20, width: 11, height: 7 },
    { x: 32, y: 20, width: 11, height: 7 },
  ],
  grid: [
    { ...whole, width: 23, height: 12.5 },
    { x: 25, y: 0, width: 23, height: 12.5 },
    { x: 0, y: 14.5, width: 23, height: 12.5 },
    { x: 25, y: 14.5, width: 23, height: 12.5 },
  ],
  "side-by-side": [
    { x: 0, y: 5, width: 23, height: 17 },
    { x: 25, y: 5, width: 23, height: 17 },
  ],
  screen: [
    { ...whole, width: 35, height: 27 },
    { x: 37, y: 0, width: 11, height: 8 },
    { x: 37, y: 9.5, width: 11, height: 8 },
    { x: 37, y: 19, width: 11, height: 8 },
  ],
};
const layouts = Object.keys(drawings) as StageLayout[];

export function LayoutChoice({ value, onChange }: LayoutChoiceProps) {
  const t = useTranslations("stage.layout");
  const name = useId();
  return (
    <fieldset className="mt-2 min-w-0">
      <legend className="sr-only">{t("arrangement")}</legend>
      <div className="grid grid-cols-3 gap-1.5">
        {layouts.map((layout) => (
          <label
            key={layout}
            className="flex min-h-11 flex-col items-center gap-1.5 rounded border border-line px-1 pt-2.5 pb-1.5 text-center text-sm text-ink-soft hover:bg-fill has-checked:border-ink has-checked:bg-fill has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name={name}
              value={layout}
              checked={value === layout}
              onChange={() => onChange(layout)}
              className="sr-only"
            />
            <LayoutDrawing layout={layout} />
            {t(`layouts.${layout}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function LayoutDrawing({ layout }: { layout: StageLayout }) {
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${box.width} ${box.height}`}
      width={box.width}
      height={box.height}
      className="fill-current"
    >
      {drawings[layout].map(({ x, y, width, height }) => (
        <rect key={`${x} ${y}`} x={x} y={y} width={width} height={height} rx={1} />
      ))}
    </svg>
  );
}

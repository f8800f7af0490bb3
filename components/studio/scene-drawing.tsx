import { CalendarClock, Coffee, Heart } from "lucide-react";
import type { Place } from "@/lib/client/stage/stage-layout";
import { isCard, type SceneName } from "@/lib/client/studio/scenes";
import type { StageLayout } from "@/lib/contracts/common/scenes";

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
  "picture-in-picture": [{ x: 34, y: 17, width: 12, height: 8 }],
};

const icons = { starting: CalendarClock, break: Coffee, thanks: Heart };

export function SceneDrawing({ scene }: { scene: SceneName }) {
  if (isCard(scene)) {
    const Icon = icons[scene];
    return <Icon aria-hidden="true" className="h-5 w-9" />;
  }
  const isOver = scene === "picture-in-picture";
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${box.width} ${box.height}`}
      className={isOver ? "h-5 w-9 rounded-[1px] fill-current outline" : "h-5 w-9 fill-current"}
    >
      {drawings[scene].map(({ x, y, width, height }) => (
        <rect key={`${x} ${y}`} x={x} y={y} width={width} height={height} rx={1} />
      ))}
    </svg>
  );
}

"use client";

import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import {
  arrayMove,
  horizontalListSortingStrategy,
  SortableContext,
  sortableKeyboardCoordinates,
} from "@dnd-kit/sortable";
import { useTranslations } from "next-intl";
import { StripFace } from "@/components/studio/strip-face";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import type { LookDesk } from "@/lib/client/stage/use-look-draft";
import { type StageTile, useStage } from "@/lib/client/stage/use-stage";
import type { LookChanges } from "@/lib/contracts/look";
import { isolated } from "@/lib/words/isolated";

const byMouse = { activationConstraint: { distance: 8 } };
/** A shorter touch scrolls the strip. */
const byTouch = { activationConstraint: { delay: 250, tolerance: 8 } };

/**
 * Everyone on stage, with level and volume, in the order of their tiles: dragged, or moved with the
 * arrow keys after Space. Needs the show's room.
 */
export function StageStrip({ desk }: { desk: LookDesk }) {
  const t = useTranslations("stage.strip");
  const { tileOrder, volumes } = desk.look;
  const faces = useStage(tileOrder).filter(({ kind }) => kind === "face");
  const ids = faces.map(({ participant }) => participant.identity);
  const sensors = useSensors(
    useSensor(MouseSensor, byMouse),
    useSensor(TouchSensor, byTouch),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const announcements = useAnnouncements(faces);
  const change = (changes: LookChanges) =>
    void runWithToast(() => desk.change(changes), { failed: t("failed"), id: "look" });

  function drop({ active, over }: DragEndEvent) {
    const [from, to] = [active.id, over?.id].map((id) => ids.indexOf(String(id)));
    if (from === undefined || to === undefined || from < 0 || to < 0 || from === to) return;
    change({ tileOrder: arrayMove(ids, from, to) });
  }

  if (faces.length === 0) return null;
  return (
    <section aria-label={t("title")} className="shrink-0 px-safe-3 py-2">
      <DndContext
        id="stage-strip"
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={drop}
        accessibility={{
          announcements,
          screenReaderInstructions: { draggable: t("instructions") },
        }}
      >
        <SortableContext items={ids} strategy={horizontalListSortingStrategy}>
          <ul className="flex gap-2 overflow-x-auto">
            {faces.map((face) => (
              <StripFace
                key={face.key}
                face={face}
                volume={volumes[face.participant.identity] ?? 1}
                onVolume={(volume) =>
                  change({ volumes: [{ identity: face.participant.identity, volume }] })
                }
              />
            ))}
          </ul>
        </SortableContext>
      </DndContext>
    </section>
  );
}

function useAnnouncements(faces: readonly StageTile[]): Announcements {
  const t = useTranslations("stage.strip");
  const somebody = useTranslations("stage")("somebody");
  const indexOf = (id: string | number) =>
    faces.findIndex(({ participant }) => participant.identity === id);
  const words = (id: string | number, at: string | number | undefined) => ({
    name: isolated(faces[indexOf(id)]?.name || somebody),
    place: indexOf(at ?? id) + 1,
    count: faces.length,
  });
  return {
    onDragStart: ({ active }) => t("lifted", words(active.id, undefined)),
    onDragOver: ({ active, over }) => t("moved", words(active.id, over?.id)),
    onDragEnd: ({ active, over }) => t("dropped", words(active.id, over?.id)),
    onDragCancel: ({ active }) => t("cancelled", words(active.id, undefined)),
  };
}

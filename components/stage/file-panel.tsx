"use client";

import { Pause, Play, Repeat, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useSyncExternalStore } from "react";
import { clock } from "@/components/ui/elapsed";
import { IconButton } from "@/components/ui/icon-button";
import type { SharedFile } from "@/lib/client/stage/shared-file/shared-file";

type FilePanelProps = { file: SharedFile; onRemove: () => void };

/** The file in the show, with its controls. What they do, viewers see and hear. */
export function FilePanel({ file, onRemove }: FilePanelProps) {
  const t = useTranslations("stage.file");
  return (
    <section
      aria-label={t("panel")}
      className="flex basis-full flex-wrap items-center gap-x-3 gap-y-1 border-t border-line pt-2"
    >
      <Preview file={file} />
      <p dir="auto" className="min-w-0 flex-1 basis-32 truncate text-sm">
        {file.name}
      </p>
      {file.video ? <Playback file={file} /> : null}
      <IconButton label={t("remove")} icon={<X />} onClick={onRemove} />
    </section>
  );
}

/** The very canvas that is sent. */
function Preview({ file: { canvas } }: { file: SharedFile }) {
  const show = useCallback(
    (box: HTMLSpanElement | null) => {
      canvas.className = "size-full object-contain";
      box?.replaceChildren(canvas);
    },
    [canvas],
  );
  return (
    <span
      ref={show}
      aria-hidden="true"
      className="aspect-video h-11 shrink-0 overflow-hidden rounded bg-letterbox"
    />
  );
}

function Playback({ file }: { file: SharedFile }) {
  const t = useTranslations("stage.file");
  const { playing, position, length, loop, volume } = useSyncExternalStore(
    file.subscribe,
    file.read,
    file.read,
  );
  const at = clock(Math.floor(position));
  const whole = clock(Math.floor(length));
  return (
    <>
      <IconButton
        label={t(playing ? "pause" : "play")}
        icon={playing ? <Pause /> : <Play />}
        onClick={() => (playing ? file.pause() : void file.play())}
      />
      <input
        type="range"
        aria-label={t("position")}
        aria-valuetext={t("at", { position: at, length: whole })}
        min={0}
        max={length}
        step={0.1}
        value={position}
        disabled={length === 0}
        onChange={(event) => file.seek(Number(event.target.value))}
        className="h-11 min-w-24 flex-2 basis-40 accent-ink"
      />
      <span aria-hidden="true" className="text-sm text-ink-soft tabular-nums">
        {at} / {whole}
      </span>
      <IconButton
        label={t("loop")}
        pressed={loop}
        icon={<Repeat />}
        onClick={() => file.setLoop(!loop)}
      />
      <input
        type="range"
        aria-label={t("volume")}
        min={0}
        max={1}
        step={0.05}
        value={volume}
        onChange={(event) => file.setVolume(Number(event.target.value))}
        className="h-11 w-20 accent-ink"
      />
    </>
  );
}

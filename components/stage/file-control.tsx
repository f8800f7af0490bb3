"use client";

import { Clapperboard } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/lib/client/browser/toast";
import type { FileShare } from "@/lib/client/stage/shared-file/use-file-share";

/** Puts a video or picture from this device into the show. Nothing is uploaded. */
export function FileControl({ files: { file, busy, share } }: { files: FileShare }) {
  const t = useTranslations("stage.file");
  const input = useRef<HTMLInputElement>(null);
  async function choose(chosen: File) {
    const outcome = await share(chosen);
    if (outcome === "done") return;
    toast.problem(t(`${outcome}.title`, { name: chosen.name }), {
      id: "file",
      description: t(`${outcome}.next`),
    });
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="video/*,image/*"
        hidden
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          // Choosing the same file again is a change too.
          event.target.value = "";
          if (chosen) void choose(chosen);
        }}
      />
      <IconButton
        variant="filled"
        label={t("share")}
        pressed={file !== null}
        icon={<Clapperboard />}
        aria-busy={busy || undefined}
        onClick={() => input.current?.click()}
      />
    </>
  );
}

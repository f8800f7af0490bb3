"use client";

import { ImagePlus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import { FieldFrame, fieldIds } from "@/components/ui/field-frame";
import { useChosenPicture } from "@/lib/client/livestreams/use-chosen-picture";
import { pictureTypes } from "@/lib/contracts/common/limits";

type CoverFieldProps = { cover: string | null; error?: string };

/** The cover picture: previewed at once, uploaded with the form. */
export function CoverField({ cover, error }: CoverFieldProps) {
  const t = useTranslations("schedule.form.cover");
  const hint = t("hint");
  const ids = fieldIds(useId(), { hint, error });
  const input = useRef<HTMLInputElement>(null);
  const { shown, removed, choose, remove } = useChosenPicture(cover);
  return (
    <FieldFrame ids={ids} words={{ label: t("label"), hint, error, optional: true }}>
      {/* Not display: none, which would hide it from keyboards and screen readers. */}
      <input
        {...ids.control}
        ref={input}
        type="file"
        name="cover"
        accept={pictureTypes.join(",")}
        className="peer sr-only"
        onChange={(event) => choose(event.target.files?.[0] ?? null)}
      />
      {removed ? <input type="hidden" name="coverRemoved" value="yes" /> : null}
      <div className="flex flex-wrap items-center gap-3 rounded border border-line p-3 peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus">
        <div className="grid aspect-video w-36 shrink-0 place-items-center overflow-hidden rounded bg-fill text-ink-faint">
          {shown ? (
            <img src={shown} alt={t("alt")} className="size-full object-cover" />
          ) : (
            <ImagePlus aria-hidden="true" className="size-6" />
          )}
        </div>
        <div className="flex flex-wrap gap-2">
          {/* Keyboards and screen readers use the input instead. */}
          <Button tabIndex={-1} aria-hidden="true" onClick={() => input.current?.click()}>
            {shown ? t("replace") : t("choose")}
          </Button>
          {shown ? (
            <Button
              variant="quiet"
              onClick={() => {
                if (input.current) input.current.value = "";
                remove();
              }}
            >
              <Trash2 aria-hidden="true" />
              {t("remove")}
            </Button>
          ) : null}
        </div>
      </div>
    </FieldFrame>
  );
}

"use client";

import { type ReactNode, useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import { FieldFrame, fieldIds } from "@/components/ui/field-frame";
import { pictureTypes } from "@/lib/contracts/common/limits";

type Words = Record<"label" | "hint" | "upload" | "replace" | "remove", string>;

type PictureFieldProps = {
  words: Words;
  /** How the picture, or its absence, looks here. */
  shown: ReactNode;
  hasPicture: boolean;
  busy: boolean;
  put: (file: File) => Promise<void>;
  remove: () => Promise<void>;
  className?: string;
};

/** A picture that is uploaded as soon as it is chosen. */
export function PictureField(props: PictureFieldProps) {
  const { words, shown, hasPicture, busy, put, remove, className } = props;
  const { label, hint } = words;
  const ids = fieldIds(useId(), { hint });
  const input = useRef<HTMLInputElement>(null);
  return (
    <FieldFrame ids={ids} words={{ label, hint }} className={className}>
      {/* Not display: none, which would hide it from keyboards and screen readers. */}
      <input
        {...ids.control}
        ref={input}
        type="file"
        accept={pictureTypes.join(",")}
        disabled={busy}
        className="peer sr-only"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // Choosing the same file again is a change too.
          event.target.value = "";
          if (file) void put(file);
        }}
      />
      <div className="flex flex-wrap items-center gap-4 rounded peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus">
        {shown}
        <div className="flex flex-wrap gap-2">
          {/* Keyboards and screen readers use the input instead. */}
          <Button
            tabIndex={-1}
            aria-hidden="true"
            pending={busy}
            onClick={() => input.current?.click()}
          >
            {hasPicture ? words.replace : words.upload}
          </Button>
          {hasPicture ? (
            <Button variant="quiet" pending={busy} onClick={() => void remove()}>
              {words.remove}
            </Button>
          ) : null}
        </div>
      </div>
    </FieldFrame>
  );
}

/** The field's words, from a part of a catalogue. */
export const pictureWords = (t: (key: keyof Words) => string): Words => ({
  label: t("label"),
  hint: t("hint"),
  upload: t("upload"),
  replace: t("replace"),
  remove: t("remove"),
});

"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { FieldFrame, fieldIds } from "@/components/ui/field-frame";
import { useAccountPicture } from "@/lib/client/accounts/use-account-picture";
import { pictureTypes } from "@/lib/contracts/common/limits";

type AccountPictureProps = { name: string; picture: string | null };

/** The picture next to the name, uploaded as soon as it is chosen. */
export function AccountPicture({ name, picture }: AccountPictureProps) {
  const t = useTranslations("account-picture");
  const router = useRouter();
  const { busy, put, remove } = useAccountPicture(() => router.refresh());
  const hint = t("hint");
  const ids = fieldIds(useId(), { hint });
  const input = useRef<HTMLInputElement>(null);
  return (
    <FieldFrame ids={ids} words={{ label: t("label"), hint }}>
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
        <Avatar name={name} picture={picture} size="lg" />
        <div className="flex flex-wrap gap-2">
          {/* Keyboards and screen readers use the input instead. */}
          <Button
            tabIndex={-1}
            aria-hidden="true"
            pending={busy}
            onClick={() => input.current?.click()}
          >
            {picture ? t("replace") : t("upload")}
          </Button>
          {picture ? (
            <Button variant="quiet" pending={busy} onClick={() => void remove()}>
              {t("remove")}
            </Button>
          ) : null}
        </div>
      </div>
    </FieldFrame>
  );
}

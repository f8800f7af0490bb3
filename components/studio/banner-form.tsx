"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { bannerMax } from "@/lib/contracts/common/limits";

type BannerFormProps = {
  shown: string | null;
  onShow: (banner: string | null) => void;
};

/** The text stays in the field when the banner is hidden, so that it can be shown again. */
export function BannerForm({ shown, onShow }: BannerFormProps) {
  const t = useTranslations("stage.layout");
  const [text, setText] = useState(shown ?? "");
  const written = text.trim();
  return (
    <form
      className="mt-2 border-t border-line pt-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (written && written !== shown) onShow(written);
      }}
    >
      <TextField
        label={t("banner")}
        hint={t("banner-hint")}
        value={text}
        maxLength={bannerMax}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      <div className="mt-2 flex justify-end gap-2">
        {shown === null ? null : (
          <Button size="sm" onClick={() => onShow(null)}>
            {t("hide")}
          </Button>
        )}
        <Button type="submit" size="sm" disabled={!written || written === shown}>
          {t(shown === null ? "show" : "update")}
        </Button>
      </div>
    </form>
  );
}

"use client";

import { useTranslations } from "next-intl";
import type { ReactElement } from "react";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog } from "@/components/ui/dialog";
import { useOrigin } from "@/lib/client/browser/use-origin";
import { embedPath, watchPath } from "@/lib/client/livestreams/livestream-paths";
import { useNativeShare } from "@/lib/client/watch/use-native-share";
import { embedCode } from "@/lib/contracts/common/embed-code";
import type { Livestream } from "@/lib/contracts/livestreams";

export type Shareable = Pick<Livestream, "mint" | "title" | "visibility">;

type ShareDialogProps = {
  livestream: Shareable;
  /** The button that opens it. */
  trigger: ReactElement;
};

/** The link to share, and the player's embed code. */
export function ShareDialog({
  livestream: { mint, title, visibility },
  trigger,
}: ShareDialogProps) {
  const t = useTranslations("embed");
  const origin = useOrigin();
  const share = useNativeShare();
  const url = `${origin}${watchPath(mint)}`;
  const code = embedCode({
    address: `${origin}${embedPath(mint)}`,
    title,
    width: 640,
    height: 360,
  });
  return (
    <Dialog title={t("share")} trigger={trigger}>
      <div className="flex flex-col gap-5">
        <CopyField label={t("link")} value={url} hint={t(visibility)} />
        {visibility === "private" ? null : (
          <CopyField label={t("code")} value={code} hint={t("code-hint")} />
        )}
        {share ? <Button onClick={() => share({ title, url })}>{t("by-app")}</Button> : null}
      </div>
    </Dialog>
  );
}

"use client";

import { Share2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { type Shareable, ShareDialog } from "@/components/watch/share-dialog";

/** Opens the link and the embed code. */
export function ShareButton({ livestream }: { livestream: Shareable }) {
  const t = useTranslations("watch");
  return (
    <ShareDialog
      livestream={livestream}
      trigger={
        <Button size="sm">
          <Share2 aria-hidden="true" />
          {t("share")}
        </Button>
      }
    />
  );
}

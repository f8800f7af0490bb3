"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { NewLivestreamForm } from "@/components/livestreams/new-livestream-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

/** A button that opens the form. */
export function NewLivestream({ ownOrgId }: { ownOrgId: string }) {
  const t = useTranslations("livestreams");
  return (
    <Dialog
      title={t("new")}
      trigger={
        <Button variant="primary">
          <Plus aria-hidden="true" />
          {t("new")}
        </Button>
      }
    >
      <NewLivestreamForm ownOrgId={ownOrgId} />
    </Dialog>
  );
}

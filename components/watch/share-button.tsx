"use client";

import { Share2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { watchPath } from "@/components/livestreams/livestream-paths";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";

type ShareButtonProps = { mint: string; title: string };

/** By the device's own way where it has one, else by a copied link. */
export function ShareButton({ mint, title }: ShareButtonProps) {
  const t = useTranslations("watch");

  async function share() {
    const url = `${window.location.origin}${watchPath(mint)}`;
    try {
      if (navigator.share) return await navigator.share({ title, url });
      await navigator.clipboard.writeText(url);
      toast.done(t("link-copied"));
    } catch (error) {
      // Closed without a choice.
      if (error instanceof DOMException && error.name === "AbortError") return;
      toast.problem(t("link-not-copied"));
    }
  }

  return (
    <Button size="sm" onClick={share}>
      <Share2 aria-hidden="true" />
      {t("share")}
    </Button>
  );
}

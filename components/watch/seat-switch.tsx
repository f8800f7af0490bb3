"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SignInLink } from "@/components/ui/sign-in-link";
import type { Scene, ViewerSeat } from "@/lib/client/watch/watch-state";
import { isolated } from "@/lib/words/isolated";

type SeatSwitchProps = {
  scene: Extract<Scene, { name: "live" }>;
  /** The name to appear under; null for anonymous viewers. */
  name: string | null;
  connected: boolean;
  onMove: (to: ViewerSeat) => void;
};

/** Everyone starts hidden: counted, but unnamed. Signed-in viewers may appear. */
export function SeatSwitch({ scene, name, connected, onMove }: SeatSwitchProps) {
  const t = useTranslations("watch.seat");
  const { seat, move, refusal } = scene;
  const to = seat === "hidden" ? "visible" : "hidden";
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3">
      <p role="status" className="flex min-w-0 items-center gap-1.5 text-sm text-ink-soft">
        {seat === "hidden" ? (
          <EyeOff aria-hidden="true" className="size-4 shrink-0" />
        ) : (
          <Eye aria-hidden="true" className="size-4 shrink-0" />
        )}
        <span className="truncate">
          {seat === "hidden" ? t("hidden") : t("visible-as", { name: isolated(name ?? "") })}
        </span>
      </p>
      {name === null ? (
        <SignInToAppear />
      ) : (
        <Button
          size="sm"
          pending={move !== null}
          aria-disabled={!connected || undefined}
          onClick={() => connected && onMove(to)}
        >
          {t(seat === "hidden" ? "appear" : "hide")}
        </Button>
      )}
      {refusal ? (
        <p role="alert" className="basis-full text-sm">
          {refusal.why === "not-connected" ? t("not-connected") : refusal.said}
        </p>
      ) : null}
    </div>
  );
}

function SignInToAppear() {
  const t = useTranslations("watch.seat");
  return (
    <Button asChild size="sm" variant="quiet">
      <SignInLink>{t("sign-in")}</SignInLink>
    </Button>
  );
}

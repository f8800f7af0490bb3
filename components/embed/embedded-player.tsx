"use client";

import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { Button } from "@/components/ui/button";
import { ThemeScope } from "@/components/ui/theme-scope";
import { Player } from "@/components/watch/player";
import { useInstallation } from "@/lib/client/browser/installation";
import { watchPath } from "@/lib/client/livestreams/livestream-paths";
import { useWatching } from "@/lib/client/watch/use-watching";
import { isClosed } from "@/lib/client/watch/watch-state";
import type { Livestream } from "@/lib/contracts/livestreams";
import type { RoomToken } from "@/lib/contracts/tokens";
import { isolated } from "@/lib/words/isolated";

type EmbeddedPlayerProps = { livestream: Livestream; pass: RoomToken | null };

/** Features of the watch page; the embedded player has only the picture. */
const frame = {
  embedded: true,
  theatre: false,
  unread: 0,
  onToggleTheatre: () => undefined,
  onToggleChat: () => undefined,
  chatToggleClassName: undefined,
  theatreToggleClassName: undefined,
} as const;

/**
 * Opens links in a new tab. Inside the frame, client navigation would load no page, and so bypass
 * the header that forbids framing of all other pages.
 */
function leaveTheFrame(event: MouseEvent<HTMLElement>): void {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link || link.target === "_blank") return;
  event.preventDefault();
  window.open(link.href, "_blank", "noopener");
}

/** The player alone, embedded in another site. */
export function EmbeddedPlayer({ livestream: opening, pass }: EmbeddedPlayerProps) {
  const t = useTranslations("embed");
  const { name: site } = useInstallation();
  const watching = useWatching({ livestream: opening, pass });
  const { livestream, scene, retry } = watching;
  const closed = isClosed(scene);
  return (
    <ThemeScope theme="dark" page>
      <main
        id="main"
        tabIndex={-1}
        onClickCapture={leaveTheFrame}
        className="relative h-dvh w-full overflow-hidden bg-letterbox"
      >
        <h1 dir="auto" className="sr-only">
          {livestream.title}
        </h1>
        {closed ? (
          <div className="grid size-full place-items-center text-scrim-ink">
            <div className="flex flex-col items-center gap-3 px-5 text-center">
              <p role="status">{t("gone")}</p>
              <Button onClick={retry}>{t("again")}</Button>
            </div>
          </div>
        ) : (
          <Player watching={watching} frame={frame} onWrite={() => undefined} />
        )}
        <a
          href={watchPath(livestream.mint)}
          target="_blank"
          rel="noopener"
          aria-label={t("watch-named", { title: isolated(livestream.title), site: isolated(site) })}
          className="on-picture absolute top-2 left-2 z-20 inline-flex h-11 max-w-[calc(100%-1rem)] items-center gap-2 rounded px-3 text-sm font-medium"
        >
          <span dir="auto" className="truncate">
            {livestream.title}
          </span>
          <ExternalLink aria-hidden="true" className="size-4 shrink-0" />
        </a>
      </main>
    </ThemeScope>
  );
}

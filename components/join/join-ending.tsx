"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { JoinColumn } from "@/components/join/join-column";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { JoinEnding as Why } from "@/lib/client/join/join-ending";
import type { Join } from "@/lib/client/join/use-join";
import { watchPath } from "@/lib/client/livestreams/livestream-paths";

type JoinEndingProps = { why: Why; join: Join };

/** The end of a visit, with a next step. */
export function JoinEnding({ why, join }: JoinEndingProps) {
  const t = useTranslations("join");
  const heading = useRef<HTMLHeadingElement>(null);
  // The focused element is gone with the previous view, so focus moves to the heading.
  useEffect(() => heading.current?.focus(), []);
  return (
    <JoinColumn>
      <div className="py-8 sm:py-16">
        <p dir="auto" className="in-line mb-2 text-ink-soft wrap-anywhere">
          {join.visit?.livestream.title}
        </p>
        <h1 ref={heading} tabIndex={-1} className="text-xl font-semibold">
          {t(`endings.${why}.title`)}
        </h1>
        <p className="mt-2 text-ink-soft">{t(`endings.${why}.next`)}</p>
        <div className="mt-8 flex flex-wrap gap-2">
          <WaysOn why={why} join={join} />
        </div>
      </div>
    </JoinColumn>
  );
}

function WaysOn({ why, join }: JoinEndingProps): ReactNode {
  const t = useTranslations("join");
  const { visit, task, askAgain, takeOver } = join;
  if (why === "other-tab") {
    return (
      <Button variant="primary" onClick={takeOver}>
        {t("use-this-tab")}
      </Button>
    );
  }
  const mayAsk = (why === "left" || why === "lapsed") && visit?.invite === "valid";
  const watchable =
    visit?.livestream.status === "live" && visit.livestream.visibility !== "private";
  return (
    <>
      {mayAsk ? (
        <Button variant="primary" pending={task !== null} onClick={askAgain}>
          {t("ask-again")}
        </Button>
      ) : null}
      <Button asChild>
        {watchable ? (
          <Link href={watchPath(visit.livestream.mint)}>{t("watch")}</Link>
        ) : (
          <Link href="/">{t("see-live")}</Link>
        )}
      </Button>
    </>
  );
}

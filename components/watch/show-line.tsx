import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CreatorLink } from "@/components/livestreams/creator-link";
import { Avatar } from "@/components/ui/avatar";
import { BrandLogo, brandLine } from "@/components/ui/brand-line";
import { Button } from "@/components/ui/button";
import { Count } from "@/components/ui/count";
import { Elapsed } from "@/components/ui/elapsed";
import { Link } from "@/components/ui/link";
import { LinkedText } from "@/components/ui/linked-text";
import { Tally } from "@/components/ui/tally";
import { ReportShow } from "@/components/watch/report-show";
import { ShareButton } from "@/components/watch/share-button";
import { discoverPath } from "@/lib/client/livestreams/discover-path";
import { studioPath } from "@/lib/client/livestreams/livestream-paths";
import type { Livestream } from "@/lib/contracts/livestreams";
import { may, type Role } from "@/lib/grants/capabilities";
import { isolated } from "@/lib/words/isolated";

type ShowLineProps = { livestream: Livestream; role: Role | null; children?: ReactNode };

/** Below the picture: title, creator, viewer count, description and tags. */
export function ShowLine({ livestream, role, children }: ShowLineProps) {
  const t = useTranslations("watch");
  const { title, description, tags, watching, status, startedAt, mint, creator, brand } =
    livestream;
  return (
    <header
      style={brandLine(brand)}
      className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 px-safe-4 py-2 lg:px-5 lg:py-4"
    >
      <div className="flex min-w-0 flex-1 basis-72 gap-3">
        <BrandLogo brand={brand} />
        <div className="min-w-0 flex-1">
          <h1
            dir="auto"
            className="line-clamp-2 text-base leading-6 font-semibold wrap-anywhere lg:text-lg"
          >
            {title}
          </h1>
          <p className="flex flex-wrap items-center gap-x-4 text-sm text-ink-soft lg:mt-0.5 lg:text-base">
            {status === "live" ? (
              <Tally on>
                {t("on-air")} {startedAt ? <Elapsed since={startedAt} /> : null}
              </Tally>
            ) : null}
            <span className="inline-flex max-w-full items-center gap-1.5">
              {creator.picture ? (
                <Avatar name={creator.name} picture={creator.picture} size="xs" />
              ) : null}
              <CreatorLink livestream={livestream} />
            </span>
            {status === "live" ? (
              <Count value={watching} unit={t("watching", { count: watching })} />
            ) : null}
          </p>
          {description ? <Description text={description} /> : null}
          {tags.length > 0 ? <Tags tags={tags} /> : null}
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {children}
        <ShareButton livestream={livestream} />
        {may(role, "open-studio") ? (
          <Button asChild size="sm">
            <Link href={studioPath(mint)}>{t("open-studio")}</Link>
          </Button>
        ) : (
          <ReportShow mint={mint} />
        )}
      </div>
    </header>
  );
}

function Description({ text }: { text: string }) {
  const t = useTranslations("watch");
  return (
    <details className="text-ink-soft max-lg:text-sm">
      <summary className="touch-target relative inline-flex py-1 text-sm font-medium text-ink">
        {t("about")}
      </summary>
      <p
        dir="auto"
        className="text-start max-h-32 max-w-prose overflow-y-auto pb-2 wrap-anywhere whitespace-pre-line"
      >
        <LinkedText text={text} />
      </p>
    </details>
  );
}

/** Each leads to the livestreams with this tag. */
function Tags({ tags }: { tags: string[] }) {
  const t = useTranslations("watch");
  return (
    <ul aria-label={t("tags")} className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
      {tags.map((tag) => (
        <li key={tag}>
          <Link
            href={discoverPath({ q: "", tag })}
            className="touch-target relative inline-flex rounded py-1 underline-offset-4 hover:text-ink hover:underline"
          >
            {`#${isolated(tag)}`}
          </Link>
        </li>
      ))}
    </ul>
  );
}

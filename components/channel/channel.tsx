import Link from "next/link";
import { useTranslations } from "next-intl";
import {
  type FoundLivestreams,
  LivestreamSections,
} from "@/components/discover/livestream-sections";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Person } from "@/lib/contracts/livestreams";
import { isolated } from "@/lib/words/isolated";

type ChannelHeaderProps = {
  creator: Person;
  /** Whether the viewer is the creator. */
  mine: boolean;
};

/** The creator's picture, name and handle. */
export function ChannelHeader({ creator: { name, handle, picture }, mine }: ChannelHeaderProps) {
  const t = useTranslations("channel");
  return (
    <header className="mb-8 flex flex-wrap items-center gap-x-5 gap-y-4">
      <Avatar name={name} picture={picture} size="lg" />
      <div className="min-w-0 flex-1 basis-48">
        <h1 dir="auto" className="in-line text-xl font-semibold wrap-anywhere">
          {name}
        </h1>
        <p className="text-ink-soft wrap-anywhere">{`@${handle}`}</p>
      </div>
      {mine ? (
        <Button asChild variant="primary">
          <Link href="/studio">{t("go-live")}</Link>
        </Button>
      ) : null}
    </header>
  );
}

export type ChannelShowsProps = ChannelHeaderProps & {
  found: FoundLivestreams;
};

/** The creator's public shows. */
export function ChannelShows({ creator, found, mine }: ChannelShowsProps) {
  const t = useTranslations("channel");
  const { name, handle } = creator;
  const nothing = Object.values(found).every(({ livestreams }) => livestreams.length === 0);
  if (!nothing) return <LivestreamSections found={found} wanted={{ creator: handle }} />;
  return (
    <EmptyState className="border-y border-line">
      {mine ? t("nothing-own") : t("nothing", { name: isolated(name) })}
    </EmptyState>
  );
}

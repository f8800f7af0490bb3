import Link from "next/link";
import { useTranslations } from "next-intl";
import { LivestreamSections } from "@/components/discover/livestream-sections";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Listed, ListQuery } from "@/lib/client/use-more-livestreams";
import type { Person } from "@/lib/contracts/livestreams";

type ChannelProps = {
  creator: Person;
  found: Record<ListQuery["status"], Listed>;
  /** Whether whoever looks is the creator. */
  mine: boolean;
};

/** One creator: who they are, and what they show to everybody. */
export function Channel({ creator, found, mine }: ChannelProps) {
  const t = useTranslations("channel");
  const { name, handle } = creator;
  const nothing = Object.values(found).every(({ livestreams }) => livestreams.length === 0);
  return (
    <>
      <header className="mb-8 flex flex-wrap items-center gap-x-5 gap-y-4">
        <Avatar name={name} size="lg" />
        <div className="min-w-0 flex-1 basis-48">
          <h1 className="text-xl font-semibold wrap-anywhere">{name}</h1>
          <p className="text-ink-soft wrap-anywhere">{`@${handle}`}</p>
        </div>
        {mine ? (
          <Button asChild variant="primary">
            <Link href="/studio">{t("go-live")}</Link>
          </Button>
        ) : null}
      </header>
      {nothing ? (
        <EmptyState className="border-y border-line">
          {mine ? t("nothing-own") : t("nothing", { name })}
        </EmptyState>
      ) : (
        <LivestreamSections found={found} wanted={{ creator: handle }} />
      )}
    </>
  );
}

import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { ChannelHeader, ChannelShows, type ChannelShowsProps } from "@/components/channel/channel";
import { SectionsSkeleton } from "@/components/discover/sections-skeleton";
import { NavigationSuspense } from "@/components/ui/navigation-suspense";
import { Page } from "@/components/ui/page";
import { PageWords } from "@/components/ui/page-words";
import { actorOfPage } from "@/lib/auth/page-actor";
import { channelPreview } from "@/lib/cards/channel-preview";
import { channelPath } from "@/lib/client/livestreams/livestream-paths";
import { appContext } from "@/lib/context";
import { readChannel } from "@/lib/contracts/accounts/channel";
import { installation } from "@/lib/installation/installation";
import { discover } from "@/lib/livestreams/discover";
import { findChannel } from "@/lib/livestreams/find-channel";
import { isolated } from "@/lib/words/isolated";

type Props = PageProps<"/channel/[handle]">;

/** The creator, if their channel is visible to this person. */
const creatorOf = cache(async (given: string) => {
  const parsed = readChannel.params.safeParse({ handle: given });
  if (!parsed.success) return null;
  const actor = await actorOfPage();
  return findChannel(appContext(), actor?.id ?? null, parsed.data.handle);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const creator = await creatorOf((await params).handle);
  if (!creator) notFound();
  const t = await getTranslations("channel");
  const { name, handle } = creator;
  const { name: site } = await installation();
  const title = t("tab", { name: isolated(name), handle });
  const description = t("about", { name: isolated(name) });
  return {
    title,
    description,
    ...channelPreview(creator, { title, description, site }, await getLocale()),
  };
}

export default async function ChannelPage({ params }: Props) {
  const given = (await params).handle;
  const creator = await creatorOf(given);
  if (!creator) notFound();
  // A former handle. Not permanent: its owner may change back, and browsers would remember both ways.
  if (creator.handle !== given.toLowerCase()) redirect(channelPath(creator.handle));
  const actor = await actorOfPage();
  const mine = actor?.id === creator.id;
  return (
    <Page width="wide">
      <PageWords of={["livestreams"]}>
        <ChannelHeader creator={creator} mine={mine} />
        <NavigationSuspense shape={<SectionsSkeleton />}>
          <Shows creator={creator} mine={mine} />
        </NavigationSuspense>
      </PageWords>
    </Page>
  );
}

async function Shows(channel: Pick<ChannelShowsProps, "creator" | "mine">) {
  const found = await discover(appContext(), { creator: channel.creator.handle });
  return <ChannelShows {...channel} found={found} />;
}

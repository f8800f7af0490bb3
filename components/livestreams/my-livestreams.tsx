import { useTranslations } from "next-intl";
import { MyEndedLivestreams } from "@/components/livestreams/my-ended-livestreams";
import { MyLivestreamRow } from "@/components/livestreams/my-livestream-row";
import { SectionHeading } from "@/components/ui/page";
import type { Livestream } from "@/lib/contracts/livestreams";

type MyLivestreamsProps = {
  live: Livestream[];
  scheduled: Livestream[];
  ended: { livestreams: Livestream[]; nextCursor: string | null };
};

export function MyLivestreams({ live, scheduled, ended }: MyLivestreamsProps) {
  const t = useTranslations("livestreams.mine");
  return (
    <div className="flex flex-col gap-12">
      <Rows id="on-air" title={t("on-air")} livestreams={live} />
      <Rows id="scheduled" title={t("scheduled")} livestreams={scheduled} />
      {ended.livestreams.length > 0 ? (
        <section aria-labelledby="ended">
          <SectionHeading id="ended" title={t("ended")} />
          <MyEndedLivestreams first={ended} />
        </section>
      ) : null}
    </div>
  );
}

type RowsProps = { id: string; title: string; livestreams: Livestream[] };

function Rows({ id, title, livestreams }: RowsProps) {
  if (livestreams.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <SectionHeading id={id} title={title} />
      <ul className="-mt-4 divide-y divide-line">
        {livestreams.map((livestream) => (
          <MyLivestreamRow key={livestream.mint} livestream={livestream} />
        ))}
      </ul>
    </section>
  );
}

import { useTranslations } from "next-intl";
import { MyEndedLivestreams } from "@/components/livestreams/my-ended-livestreams";
import { MyLivestreamRow } from "@/components/livestreams/my-livestream-row";
import { SectionHeading } from "@/components/ui/page";
import type { Livestream } from "@/lib/contracts/livestreams";

type MyLivestreamsProps = {
  live: Livestream[];
  /** Scheduled ones and drafts. */
  upcoming: Livestream[];
  cancelled: Livestream[];
  ended: { livestreams: Livestream[]; nextCursor: string | null };
  /** How many days after its end a livestream is deleted; null if it is kept. */
  keptDays: number | null;
  /** The id of the account that hosts them. */
  me: string;
};

export function MyLivestreams(props: MyLivestreamsProps) {
  const { live, upcoming, cancelled, ended, keptDays, me } = props;
  const t = useTranslations("livestreams.mine");
  const isAnyOver = ended.livestreams.length + cancelled.length > 0;
  return (
    <div className="flex flex-col gap-12">
      <Rows id="on-air" title={t("on-air")} livestreams={live} me={me} />
      <Rows id="upcoming" title={t("scheduled")} livestreams={upcoming} me={me} />
      {ended.livestreams.length > 0 ? (
        <section aria-labelledby="ended">
          <SectionHeading id="ended" title={t("ended")} />
          <MyEndedLivestreams first={ended} me={me} />
        </section>
      ) : null}
      <Rows id="cancelled" title={t("cancelled")} livestreams={cancelled} me={me} />
      {keptDays !== null && isAnyOver ? (
        <p className="text-sm text-ink-soft">{t("kept", { count: keptDays })}</p>
      ) : null}
    </div>
  );
}

type RowsProps = { id: string; title: string; livestreams: Livestream[]; me: string };

function Rows({ id, title, livestreams, me }: RowsProps) {
  if (livestreams.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <SectionHeading id={id} title={title} />
      <ul className="-mt-4 divide-y divide-line">
        {livestreams.map((livestream) => (
          <MyLivestreamRow key={livestream.mint} livestream={livestream} me={me} />
        ))}
      </ul>
    </section>
  );
}

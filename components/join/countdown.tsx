import { useTranslations } from "next-intl";

/** The last seconds before a guest is seen and heard, over the picture. */
export function Countdown({ seconds }: { seconds: number }) {
  const t = useTranslations("join.countdown");
  return (
    <div className="on-picture absolute inset-0 grid place-content-center gap-2 px-4 text-center">
      <p className="text-lg font-semibold">{t("title")}</p>
      <p role="timer" className="text-[6rem] leading-none font-semibold tabular-nums">
        {seconds}
      </p>
      <p>{t("text")}</p>
    </div>
  );
}

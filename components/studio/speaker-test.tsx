"use client";

import { Volume2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { type Speakers, useSpeakers } from "@/lib/client/devices/use-speakers";

/** Tests whether the host will hear their guests. */
export function SpeakerTest({ opened }: { opened: unknown }) {
  const t = useTranslations("preflight.speaker");
  const speakers = useSpeakers(opened);
  const { devices, deviceId, choose, tone, play } = speakers;
  const button = (
    <Button pending={tone === "playing"} onClick={play} className="max-sm:w-full">
      <Volume2 aria-hidden="true" />
      {t("play")}
    </Button>
  );
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {devices.length > 0 ? (
        <div className="flex flex-wrap items-end gap-2">
          <Select
            label={t("label")}
            options={devices.map(({ id, label }) => ({ value: id, label }))}
            value={deviceId ?? ""}
            onValueChange={choose}
            className="min-w-0 flex-1 basis-48"
          />
          {button}
        </div>
      ) : (
        <div>{button}</div>
      )}
      <Heard speakers={speakers} />
    </div>
  );
}

function Heard({ speakers: { tone, answer } }: { speakers: Speakers }) {
  const t = useTranslations("preflight.speaker");
  const said = tone === "heard" || tone === "unheard" || tone === "failed" ? t(tone) : null;
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-2 text-sm text-ink-soft empty:hidden"
    >
      {tone === "asked" ? (
        <>
          <span>{t("asked")}</span>
          <Button size="sm" onClick={() => answer(true)}>
            {t("yes")}
          </Button>
          <Button size="sm" variant="quiet" onClick={() => answer(false)}>
            {t("no")}
          </Button>
        </>
      ) : null}
      {said ? <span>{said}</span> : null}
    </div>
  );
}

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type DeviceKind, type DeviceNote, mayRetry } from "@/lib/client/devices/device-problem";

type DeviceProblemNoteProps = {
  note: DeviceNote;
  onRetry: () => void;
  onGoWithout: (kind: DeviceKind) => void;
};

/** Explains a problem of the camera, the microphone or both, and offers solutions. */
export function DeviceProblemNote({ note, onRetry, onGoWithout }: DeviceProblemNoteProps) {
  const t = useTranslations("devices");
  const { about, problem } = note;
  const kinds = about === "both" ? (["camera", "microphone"] as const) : [about];
  return (
    <Notice
      tone="problem"
      title={t(`advice.${about}.${problem}.happened`)}
      action={
        <>
          {mayRetry(problem) ? (
            <Button size="sm" onClick={onRetry} aria-label={t(`again-${about}`)}>
              {t("again")}
            </Button>
          ) : null}
          {kinds.map((kind) => (
            <Button key={kind} size="sm" variant="quiet" onClick={() => onGoWithout(kind)}>
              {t(`without-${kind}`)}
            </Button>
          ))}
        </>
      }
    >
      {t(`advice.${about}.${problem}.next`)}
    </Notice>
  );
}

import { useTranslations } from "next-intl";
import { LinkedText } from "@/components/ui/linked-text";
import { Notice } from "@/components/ui/notice";

/** A host's private message to this guest, read aloud when it arrives. */
export function HostMessage({ text }: { text: string | null }) {
  const t = useTranslations("join");
  return (
    <div role="status" className="empty:hidden">
      {text ? (
        <Notice announce={false} title={t("host-writes")} className="wrap-anywhere">
          <bdi>
            <LinkedText text={text} />
          </bdi>
        </Notice>
      ) : null}
    </div>
  );
}

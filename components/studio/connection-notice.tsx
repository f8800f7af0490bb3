import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactElement } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Connection } from "@/lib/client/studio/studio-state";

type ConnectionNoticeProps = { connection: Connection; onAgain: () => void };

/** The problem with the connection to the media server; nothing while connected. */
export function ConnectionNotice({
  connection,
  onAgain,
}: ConnectionNoticeProps): ReactElement | null {
  const t = useTranslations("studio");
  const here = usePathname();
  switch (connection.name) {
    case "connecting":
    case "connected":
      return null;
    case "reconnecting":
      return (
        <Notice title={t("connection.reconnecting.title")}>
          {t("connection.reconnecting.text")}
        </Notice>
      );
    case "lost":
      return (
        <Notice
          tone="problem"
          title={connection.said ?? t(`connection.lost.${connection.what}`)}
          action={
            <Button size="sm" onClick={onAgain}>
              {t("connection.lost.again")}
            </Button>
          }
        >
          {t("connection.lost.text")}
        </Notice>
      );
    case "elsewhere":
      return (
        <Notice
          tone="problem"
          title={t("connection.elsewhere.title")}
          action={
            <Button size="sm" onClick={onAgain}>
              {t("connection.elsewhere.again")}
            </Button>
          }
        >
          {t("connection.elsewhere.text")}
        </Notice>
      );
    case "signed-out":
      return (
        <Notice
          tone="problem"
          title={t("connection.signed-out.title")}
          action={
            <Button size="sm" asChild>
              <a href={`/sign-in?next=${encodeURIComponent(here)}`}>
                {t("connection.signed-out.sign-in")}
              </a>
            </Button>
          }
        >
          {t("connection.signed-out.text")}
        </Notice>
      );
    case "refused":
      return (
        <Notice
          tone="problem"
          title={connection.said ?? t("connection.lost.token")}
          action={
            <Button size="sm" asChild>
              <a href="/studio">{t("my-livestreams")}</a>
            </Button>
          }
        >
          {t("connection.refused.text")}
        </Notice>
      );
  }
}

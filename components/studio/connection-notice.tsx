import type { ReactElement } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Connection } from "@/lib/client/studio-state";

type ConnectionNoticeProps = { connection: Connection; onAgain: () => void };

/** What is wrong with the line to the video server; nothing while it stands. */
export function ConnectionNotice({
  connection,
  onAgain,
}: ConnectionNoticeProps): ReactElement | null {
  switch (connection.name) {
    case "connecting":
    case "connected":
      return null;
    case "reconnecting":
      return (
        <Notice title="Reconnecting">
          Your line is weak. What you send is seen again as soon as it holds.
        </Notice>
      );
    case "lost":
      return (
        <Notice
          tone="problem"
          title={connection.message}
          action={
            <Button size="sm" onClick={onAgain}>
              Try now
            </Button>
          }
        >
          It is tried again by itself.
        </Notice>
      );
    case "elsewhere":
      return (
        <Notice
          tone="problem"
          title="You are running this show in another tab"
          action={
            <Button size="sm" onClick={onAgain}>
              Take over here
            </Button>
          }
        >
          Picture and sound come from there, or from another device of yours.
        </Notice>
      );
    case "refused":
      return (
        <Notice
          tone="problem"
          title={connection.message}
          action={
            <Button size="sm" asChild>
              <a href="/studio">My livestreams</a>
            </Button>
          }
        >
          Ask the creator, or sign in again.
        </Notice>
      );
  }
}

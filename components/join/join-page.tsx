"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { JoinBackstage } from "@/components/join/join-backstage";
import { JoinEnding } from "@/components/join/join-ending";
import { JoinLoading } from "@/components/join/join-loading";
import { JoinStage } from "@/components/join/join-stage";
import { JoinWaiting } from "@/components/join/join-waiting";
import { announcedIn } from "@/lib/client/join/join-announcement";
import { useJoin } from "@/lib/client/join/use-join";
import { useJoinAttention } from "@/lib/client/join/use-join-attention";

type JoinPageProps = {
  /** Links to the imprint and the privacy policy, below the form that asks for a name. */
  legal: ReactNode;
};

/** A guest's page, from the link to the stage. */
export function JoinPage({ legal }: JoinPageProps) {
  const t = useTranslations("join");
  const join = useJoin();
  const announced = announcedIn(join);
  useJoinAttention(join.place.name);
  return (
    <>
      <p aria-live="polite" className="sr-only">
        {announced ? t(`announce.${announced}`) : ""}
      </p>
      <JoinPlace join={join} legal={legal} />
    </>
  );
}

function JoinPlace({ join, legal }: JoinPageProps & { join: ReturnType<typeof useJoin> }) {
  const { place, visit, trouble } = join;
  if (place.name === "over") return <JoinEnding why={place.why} join={join} />;
  if (place.name === "loading" || !visit) {
    return <JoinLoading trouble={trouble} onRetry={join.retry} />;
  }
  if (place.name === "backstage") return <JoinBackstage join={join} visit={visit} />;
  if (place.name === "stage") {
    return <JoinStage join={join} visit={visit} startsIn={place.startsIn} />;
  }
  return <JoinWaiting join={join} visit={visit} legal={legal} />;
}

"use client";

import { MicOff, VideoOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { StopEncoder } from "@/components/studio/encoders/stop-encoder";
import { BackstageList } from "@/components/studio/people/backstage-list";
import { PersonMenu, StageItem } from "@/components/studio/people/person-menu";
import { PeopleList, PersonRow } from "@/components/studio/people/person-row";
import { type Leaving, RemoveDialog } from "@/components/studio/people/remove-dialog";
import { SourcesDialog } from "@/components/studio/people/sources-dialog";
import {
  GuestPlaceItems,
  SourcesItem,
  SpotlightItem,
  StageDeviceItems,
} from "@/components/studio/stage-items";
import type { Mutes } from "@/lib/client/chat/use-mutes";
import { type StagePerson, usePeople } from "@/lib/client/studio/use-people";
import type { Livestream, WaitingGuest } from "@/lib/contracts/livestreams";
import { isolated } from "@/lib/words/isolated";

type PeoplePanelProps = { livestream: Livestream; admitted: WaitingGuest[]; mutes: Mutes | null };

/** Hosts, admitted guests and visible viewers. */
export function PeoplePanel({ livestream, admitted, mutes }: PeoplePanelProps) {
  const t = useTranslations("studio");
  const noteOf = useNote(admitted);
  const { mint } = livestream;
  // Until the show begins, everyone admitted is backstage.
  const live = livestream.status === "live";
  const onStage = admitted.filter(({ place }) => live && place === "stage");
  const backstage = admitted.filter((guest) => !onStage.includes(guest));
  const { stage, visible } = usePeople(onStage, livestream.creator.name);
  const [choosingFor, setChoosingFor] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  // The count arrives shortly after the roster, so it is at least the number of visible viewers.
  const watching = Math.max(livestream.watching, visible.length);
  function menuOf(person: StagePerson): ReactNode {
    if (person.role === "encoder") return <StopEncoder mint={mint} encoder={person} />;
    if (person.role === "host") {
      return person.presence === "on-stage" ? (
        <PersonMenu name={person.name} subject={null} mutes={null}>
          <SpotlightItem mint={mint} person={person} />
        </PersonMenu>
      ) : null;
    }
    return (
      <PersonMenu
        name={person.name}
        subject={person.identity}
        mutes={mutes}
        onRemove={() => setLeaving({ ...person, role: "guest" })}
      >
        {person.presence === "away" ? null : (
          <>
            <StageDeviceItems mint={mint} person={person} />
            <SourcesItem onSelect={() => setChoosingFor(person.identity)} />
          </>
        )}
        <GuestPlaceItems mint={mint} guest={person} />
      </PersonMenu>
    );
  }

  return (
    <div className="flex flex-col gap-6 py-4">
      <PeopleList title={t("people.stage")}>
        {stage.map((person) => (
          <PersonRow
            key={person.identity}
            name={person.name}
            isMe={person.isMe}
            note={noteOf(person)}
            menu={menuOf(person)}
          >
            <DeviceMarks person={person} />
          </PersonRow>
        ))}
      </PeopleList>
      <BackstageList
        mint={mint}
        guests={backstage}
        mutes={mutes}
        onRemove={({ identity, name }) => setLeaving({ identity, name, role: "guest" })}
      />
      <PeopleList title={t("people.audience", { watching, visible: visible.length })}>
        {visible.map((viewer) => (
          <PersonRow
            key={viewer.identity}
            name={viewer.name}
            note={viewer.featured ? t("people.on-stage") : undefined}
            menu={
              <PersonMenu
                name={viewer.name}
                subject={viewer.account}
                mutes={mutes}
                onRemove={() => setLeaving({ ...viewer, role: "viewer" })}
              >
                <StageItem mint={mint} viewer={viewer} />
                {viewer.featured ? <StageDeviceItems mint={mint} person={viewer} /> : null}
              </PersonMenu>
            }
          />
        ))}
      </PeopleList>
      <SourcesDialog
        mint={mint}
        person={stage.find((each) => each.identity === choosingFor && each.presence !== "away")}
        onClose={() => setChoosingFor(null)}
      />
      <RemoveDialog mint={mint} leaving={leaving} onClose={() => setLeaving(null)} />
    </div>
  );
}

function useNote(guests: readonly WaitingGuest[]) {
  const t = useTranslations("studio");
  const backstage = useTranslations("backstage");
  const encoder = useTranslations("stream-keys");
  return ({ identity, role, presence }: StagePerson) => {
    if (role === "encoder") return encoder("encoder");
    if (role === "host") return t("people.note", { role, presence });
    const guest = guests.find((each) => each.identity === identity);
    return backstage("guest", { presence, by: isolated(guest?.decidedBy ?? "none") });
  };
}

function DeviceMarks({ person: { presence, microphone, camera } }: { person: StagePerson }) {
  const t = useTranslations("studio");
  if (presence !== "on-stage") return null;
  return (
    <span className="flex gap-2 text-ink-soft [&_svg]:size-5">
      {microphone === "off" ? <MicOff role="img" aria-label={t("people.microphone-off")} /> : null}
      {camera === "off" ? <VideoOff role="img" aria-label={t("people.camera-off")} /> : null}
    </span>
  );
}

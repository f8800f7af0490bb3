"use client";

import { MicOff, VideoOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { PersonMenu, StageItem } from "@/components/studio/person-menu";
import { type Leaving, RemoveDialog } from "@/components/studio/remove-dialog";
import { StopEncoder } from "@/components/studio/stop-encoder";
import { Avatar } from "@/components/ui/avatar";
import type { Mutes } from "@/lib/client/use-mutes";
import { type StagePerson, usePeople } from "@/lib/client/use-people";
import type { Livestream, WaitingGuest } from "@/lib/contracts/livestreams";

type PeoplePanelProps = { livestream: Livestream; admitted: WaitingGuest[]; mutes: Mutes | null };

/** Who runs the show and who was let in, and who watches, as far as they let themselves be seen. */
export function PeoplePanel({ livestream, admitted, mutes }: PeoplePanelProps) {
  const t = useTranslations("studio");
  const noteOf = useNote();
  const encoderWords = useTranslations("stream-keys");
  const { stage, visible } = usePeople(admitted);
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  // The count comes a moment after the roster; it is never less than who is seen.
  const watching = Math.max(livestream.watching, visible.length);
  function menuOf(person: StagePerson): ReactNode {
    if (person.role === "host") return null;
    if (person.role === "encoder") return <StopEncoder mint={livestream.mint} encoder={person} />;
    return (
      <PersonMenu
        name={person.name}
        subject={person.identity}
        mutes={mutes}
        onRemove={() => setLeaving({ ...person, role: "guest" })}
      />
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
            note={person.role === "encoder" ? encoderWords("encoder") : noteOf(person)}
            menu={menuOf(person)}
          >
            <DeviceMarks person={person} />
          </PersonRow>
        ))}
      </PeopleList>
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
                <StageItem mint={livestream.mint} viewer={viewer} />
              </PersonMenu>
            }
          />
        ))}
      </PeopleList>
      <RemoveDialog mint={livestream.mint} leaving={leaving} onClose={() => setLeaving(null)} />
    </div>
  );
}

function PeopleList({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="px-4 text-sm font-medium text-ink-soft">{title}</h2>
      <ul className="mt-1">{children}</ul>
    </section>
  );
}

type PersonRowProps = {
  name: string;
  isMe?: boolean;
  note?: string;
  menu: ReactNode;
  children?: ReactNode;
};

function PersonRow({ name, isMe, note, menu, children }: PersonRowProps) {
  const t = useTranslations("studio");
  return (
    <li className="flex min-h-14 items-center gap-3 px-4 py-1">
      <Avatar name={name} size="sm" />
      <div className="min-w-0 flex-1">
        <p className="truncate">{isMe ? t("people.you", { name }) : name}</p>
        {note ? <p className="text-sm text-ink-soft">{note}</p> : null}
      </div>
      {children}
      {/* The marks of all rows stand under each other. */}
      {menu ?? <span aria-hidden="true" className="w-11" />}
    </li>
  );
}

function useNote() {
  const t = useTranslations("studio");
  return ({ role, presence }: StagePerson) => t("people.note", { role, presence });
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

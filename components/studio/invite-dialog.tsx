"use client";

import { useState } from "react";
import { watchPath } from "@/components/livestreams/livestream-paths";
import { InviteList } from "@/components/studio/invite-list";
import { Button } from "@/components/ui/button";
import { ChoiceGroup } from "@/components/ui/choice";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog } from "@/components/ui/dialog";
import { LocalTime } from "@/components/ui/local-time";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { type Invites, useInvites, type WhoAdmits } from "@/lib/client/use-invites";
import { useOrigin } from "@/lib/client/use-origin";
import type { Livestream, Person, Visibility } from "@/lib/contracts/livestreams";

type InviteDialogProps = {
  livestream: Livestream;
  me: Person;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

const hour = 3600;
const durations = [
  { value: String(hour), label: "1 hour" },
  { value: String(24 * hour), label: "1 day" },
  { value: String(7 * 24 * hour), label: "7 days" },
  { value: String(30 * 24 * hour), label: "30 days" },
];

/** Makes links by which guests without an account may knock, and takes them back. */
export function InviteDialog({ livestream, me, open, onOpenChange }: InviteDialogProps) {
  // A co-host is no member of the creator's organization, but everybody has one of their own.
  const orgId = livestream.creator.id === me.id ? livestream.orgId : me.handle;
  const invites = useInvites(livestream.mint, orgId, open);
  return (
    <Dialog title="Invite" open={open} onOpenChange={onOpenChange}>
      <div className="flex flex-col gap-6">
        <CopyField
          label="Viewer link"
          value={useOrigin() + watchPath(livestream.mint)}
          hint={watchHint[livestream.visibility]}
        />
        <div className="border-t border-line pt-5">
          <h3 className="font-semibold">Guests on stage</h3>
          <p className="mt-1 text-ink-soft">
            Who opens an invite link knocks and waits until admitted. They need no account.
          </p>
        </div>
        {invites.made ? (
          <InviteMade made={invites.made} onAgain={invites.again} />
        ) : (
          <InviteForm invites={invites} orgId={orgId} />
        )}
        {invites.problem ? <Notice tone="problem">{invites.problem}</Notice> : null}
        <InviteList invites={invites} />
      </div>
    </Dialog>
  );
}

const watchHint: Record<Visibility, string> = {
  public: "Everybody may watch by it.",
  unlisted: "Everybody who has it may watch.",
  private: "Only your co-hosts and the viewers you allowed may watch by it.",
};

function InviteForm({ invites, orgId }: { invites: Invites; orgId: string }) {
  const [duration, setDuration] = useState(String(24 * hour));
  const [who, setWho] = useState<WhoAdmits>("hosts");
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!invites.making) void invites.make({ durationSeconds: Number(duration), who });
      }}
    >
      <Select label="Works for" options={durations} value={duration} onValueChange={setDuration} />
      <ChoiceGroup
        legend="Who may admit"
        name="who"
        value={who}
        onValueChange={setWho}
        options={[
          { value: "hosts", title: "The hosts of this livestream" },
          { value: "any-admin", title: `Any admin of ${orgId}` },
        ]}
      />
      <Button type="submit" variant="primary" pending={invites.making} className="sm:self-start">
        Make a link
      </Button>
    </form>
  );
}

type InviteMadeProps = { made: NonNullable<Invites["made"]>; onAgain: () => void };

function InviteMade({ made, onAgain }: InviteMadeProps) {
  return (
    <div className="flex flex-col gap-4">
      <CopyField
        label="Invite link"
        value={made.inviteUrl}
        hint={
          <>
            Copy it now: it is shown only once. It works until{" "}
            <LocalTime value={made.expiresAt} format="day-time" />.
          </>
        }
      />
      <Button className="sm:self-start" onClick={onAgain}>
        Make another
      </Button>
    </div>
  );
}

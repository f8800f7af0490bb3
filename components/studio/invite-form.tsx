"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox, ChoiceGroup } from "@/components/ui/choice";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { useInviteRule } from "@/lib/client/use-invite-rule";
import type { Invites } from "@/lib/client/use-invites";
import type { OrganizationMember } from "@/lib/contracts/organizations";

const hour = 3600;
const durations = [
  { value: String(hour), label: "1 hour" },
  { value: String(24 * hour), label: "1 day" },
  { value: String(7 * 24 * hour), label: "7 days" },
  { value: String(30 * 24 * hour), label: "30 days" },
];
const uses = [
  { value: "none", label: "No limit" },
  { value: "1", label: "1 guest" },
  { value: "5", label: "5 guests" },
  { value: "25", label: "25 guests" },
];
const whoOptions = [
  { value: "hosts", title: "The hosts of this livestream" },
  { value: "any-admin", title: "Any admin of an organization" },
  { value: "named-admins", title: "Admins whom I name" },
] as const;

type InviteFormProps = { invites: Invites; ownOrgId: string };

/** A new link: for how long, for how many, and who decides about those who come by it. */
export function InviteForm({ invites, ownOrgId }: InviteFormProps) {
  const [duration, setDuration] = useState(String(24 * hour));
  const [maxUses, setMaxUses] = useState("none");
  const admission = useInviteRule(ownOrgId);

  function make() {
    const rule = admission.rule();
    if (!rule || invites.making) return;
    const limit = maxUses === "none" ? {} : { maxUses: Number(maxUses) };
    void invites.make({ ...rule, ...limit, durationSeconds: Number(duration) });
  }

  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label="Works for"
          options={durations}
          value={duration}
          onValueChange={setDuration}
        />
        <Select label="Good for" options={uses} value={maxUses} onValueChange={setMaxUses} />
      </div>
      <ChoiceGroup
        legend="Who may admit"
        name="who"
        value={admission.who}
        onValueChange={(who) => admission.choose({ who })}
        options={whoOptions}
      />
      <WhichAdmins admission={admission} />
      {admission.problem ? <Notice tone="problem">{admission.problem}</Notice> : null}
      <Button type="submit" variant="primary" pending={invites.making} className="sm:self-start">
        Make a link
      </Button>
    </form>
  );
}

type WhichAdminsProps = { admission: ReturnType<typeof useInviteRule> };

function WhichAdmins({ admission }: WhichAdminsProps) {
  const { who, orgId, organizations, admins, named, choose, name } = admission;
  if (who === "hosts" || !organizations) return null;
  return (
    <>
      <Select
        label="Organization"
        options={organizations.map((each) => ({
          value: each.id,
          label: each.name === each.id ? each.id : `${each.name} (${each.id})`,
        }))}
        value={orgId}
        onValueChange={(next) => choose({ orgId: next })}
      />
      {who === "named-admins" && admins ? (
        <NamedAdmins admins={admins} named={named} onName={name} />
      ) : null}
    </>
  );
}

type NamedAdminsProps = {
  admins: OrganizationMember[];
  named: string[];
  onName: (accountId: string, wanted: boolean) => void;
};

function NamedAdmins({ admins, named, onName }: NamedAdminsProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="text-sm font-medium">Admins who may admit</legend>
      {admins.map(({ account }) => (
        <Checkbox
          key={account.id}
          label={account.name}
          hint={`@${account.handle}`}
          checked={named.includes(account.id)}
          onCheckedChange={(wanted) => onName(account.id, wanted)}
        />
      ))}
    </fieldset>
  );
}

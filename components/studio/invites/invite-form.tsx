"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox, ChoiceGroup } from "@/components/ui/choice";
import { DialogFooter } from "@/components/ui/dialog-footer";
import { TextField } from "@/components/ui/field";
import { LoadProblem } from "@/components/ui/load-problem";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { serverNow } from "@/lib/client/server-api/server-clock";
import { expiresTooEarly } from "@/lib/client/studio/invite-expiry";
import { useInviteAdmission } from "@/lib/client/studio/use-invite-admission";
import type { Invites } from "@/lib/client/studio/use-invites";
import { inviteLabelMax } from "@/lib/contracts/common/limits";
import type { Livestream } from "@/lib/contracts/livestreams";
import type { OrganizationMember } from "@/lib/contracts/organizations";
import { isolated } from "@/lib/words/isolated";

const untilEnd = "show-end";
const hour = 3600;
const days = [1, 7, 30];
const uses = [1, 5, 25];
const whoAdmits = ["hosts", "any-admin", "named-admins"] as const;

type InviteFormProps = { invites: Invites; livestream: Livestream; ownOrgId: string };

/** A new link: label, lifetime, guest limit, and who decides about its guests. */
export function InviteForm({ invites, livestream, ownOrgId }: InviteFormProps) {
  const t = useTranslations("studio");
  const [label, setLabel] = useState("");
  const [duration, setDuration] = useState(untilEnd);
  const [maxUses, setMaxUses] = useState("none");
  const admission = useInviteAdmission(ownOrgId);
  const id = useId();
  const problem = admission.problem ?? invites.problem;

  function make() {
    const rule = admission.rule();
    if (!rule || invites.making) return;
    const limit = maxUses === "none" ? {} : { maxUses: Number(maxUses) };
    const durationSeconds = duration === untilEnd ? null : Number(duration);
    const note = label.trim() ? { label: label.trim() } : {};
    void invites.make({ ...rule, ...limit, ...note, durationSeconds });
  }
  const expiresAt = duration === untilEnd ? null : serverNow() + Number(duration) * 1_000;

  return (
    <form
      id={id}
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <TextField
        label={t("invite.label")}
        optional
        autoComplete="off"
        maxLength={inviteLabelMax}
        hint={t("invite.label-hint")}
        value={label}
        onChange={(event) => setLabel(event.target.value)}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label={t("invite.works-for")}
          options={[
            { value: untilEnd, label: t("invite.show-end") },
            { value: String(hour), label: t("invite.hours", { count: 1 }) },
            ...days.map((count) => ({
              value: String(count * 24 * hour),
              label: t("invite.days", { count }),
            })),
          ]}
          value={duration}
          onValueChange={setDuration}
        />
        <Select
          label={t("invite.good-for")}
          options={[
            { value: "none", label: t("invite.no-limit") },
            ...uses.map((count) => ({
              value: String(count),
              label: t("invite.guest-count", { count }),
            })),
          ]}
          value={maxUses}
          onValueChange={setMaxUses}
        />
      </div>
      {expiresTooEarly(livestream, expiresAt) ? (
        <Notice tone="wait">{t("invite.too-early")}</Notice>
      ) : null}
      <ChoiceGroup
        legend={t("invite.who")}
        name="who"
        value={admission.who}
        onValueChange={(who) => admission.choose({ who })}
        options={whoAdmits.map((value) => ({ value, title: t(`invite.who-options.${value}`) }))}
      />
      <WhichAdmins admission={admission} />
      <DialogFooter>
        {problem ? (
          <Notice tone="problem" className="min-w-full">
            {problem}
          </Notice>
        ) : null}
        <Button type="submit" form={id} variant="primary" pending={invites.making}>
          {t("invite.make")}
        </Button>
      </DialogFooter>
    </form>
  );
}

type WhichAdminsProps = { admission: ReturnType<typeof useInviteAdmission> };

function WhichAdmins({ admission }: WhichAdminsProps) {
  const t = useTranslations("studio");
  const { who, orgId, organizations, admins, named, choose, name } = admission;
  if (who === "hosts") return null;
  if (!organizations.value) return <LoadProblem loaded={organizations} />;
  return (
    <>
      <Select
        label={t("invite.organization")}
        options={organizations.value.map((each) => ({
          value: each.id,
          label: each.name === each.id ? each.id : `${isolated(each.name)} (${each.id})`,
        }))}
        value={orgId}
        onValueChange={(next) => choose({ orgId: next })}
      />
      {who === "named-admins" ? (
        <>
          <LoadProblem loaded={admins} />
          <NamedAdmins admins={admins.value} named={named} onName={name} />
        </>
      ) : null}
    </>
  );
}

type NamedAdminsProps = {
  admins: OrganizationMember[] | null;
  named: string[];
  onName: (accountId: string, wanted: boolean) => void;
};

function NamedAdmins({ admins, named, onName }: NamedAdminsProps) {
  const t = useTranslations("studio");
  if (!admins) return null;
  return (
    <fieldset className="min-w-0">
      <legend className="text-sm font-medium">{t("invite.admins")}</legend>
      {admins.map(({ account }) => (
        <Checkbox
          key={account.id}
          label={isolated(account.name)}
          hint={`@${account.handle}`}
          checked={named.includes(account.id)}
          onCheckedChange={(wanted) => onName(account.id, wanted)}
        />
      ))}
    </fieldset>
  );
}

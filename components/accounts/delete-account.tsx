"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactElement, type ReactNode, useState } from "react";
import { PasswordField } from "@/components/accounts/password-field";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { DialogFooter } from "@/components/ui/dialog-footer";
import { Form } from "@/components/ui/form";
import { LoadProblem } from "@/components/ui/load-problem";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { SkeletonRows } from "@/components/ui/skeleton-rows";
import {
  type Choices,
  chosenName,
  goesWith,
  onAirWith,
  useDeleteAccount,
  useDeletionPlan,
} from "@/lib/client/accounts/use-delete-account";
import { errorAt } from "@/lib/client/server-api/form-state";
import type { DeletionPlan } from "@/lib/contracts/accounts/own-data";
import { isolated } from "@/lib/words/isolated";

type DeleteAccountProps = { handle: string; trigger: ReactElement };

/** Says what goes and what stays, lets the owner choose who takes over, and asks for the password. */
export function DeleteAccount({ handle, trigger }: DeleteAccountProps) {
  const t = useTranslations("own-data.delete");
  const [open, setOpen] = useState(false);
  const plan = useDeletionPlan(open);
  return (
    <Dialog
      title={t("title")}
      description={t("consequence")}
      trigger={trigger}
      open={open}
      onOpenChange={setOpen}
    >
      <LoadProblem loaded={plan} />
      {plan.value === null && !plan.problem ? <SkeletonRows rows={2} heading={false} /> : null}
      {plan.value?.refusal ? <p>{t(plan.value.refusal)}</p> : null}
      {plan.value?.refusal === null ? <DeletionForm handle={handle} plan={plan.value} /> : null}
    </Dialog>
  );
}

function DeletionForm({ handle, plan }: { handle: string; plan: DeletionPlan }) {
  const t = useTranslations("own-data.delete");
  const router = useRouter();
  const [choices, setChoices] = useState<Choices>({});
  const { state, submit } = useDeleteAccount(plan, choices, () => {
    router.replace("/");
    router.refresh();
  });
  const choose = (name: string) => (to: string) => setChoices({ ...choices, [name]: to });
  return (
    <Form verb={t("verb")} tone="danger" state={state} onSubmit={(fields) => void submit(fields)}>
      <OnAir plan={plan} choices={choices} />
      <Goes handle={handle} plan={plan} choices={choices} />
      <Organizations plan={plan} choose={choose} error={errorAt(state, "organizations")} />
      <CoHosted plan={plan} choose={choose} error={errorAt(state, "livestreams")} />
      <PasswordField
        label={t("password")}
        name="currentPassword"
        autoComplete="current-password"
        error={errorAt(state, "currentPassword")}
      />
      <DialogFooter>
        <DialogClose>
          <Button>{t("keep")}</Button>
        </DialogClose>
      </DialogFooter>
    </Form>
  );
}

type Planned = { handle: string; plan: DeletionPlan; choices: Choices };

function OnAir({ plan, choices }: Pick<Planned, "plan" | "choices">) {
  const t = useTranslations("own-data.delete");
  const { ending, goingOn } = onAirWith(plan, choices);
  const [first] = useState({ ending, goingOn });
  return (
    <>
      {ending.map(({ mint, title }) => (
        <Notice
          key={mint}
          tone="problem"
          announce={!first.ending.some((show) => show.mint === mint)}
          title={t("on-air", { title: isolated(title) })}
        >
          {t("on-air-ends")}
        </Notice>
      ))}
      {goingOn.map(({ mint, title }) => (
        <Notice
          key={mint}
          announce={!first.goingOn.some((show) => show.mint === mint)}
          title={t("on-air", { title: isolated(title) })}
        >
          {t("on-air-goes-on")}
        </Notice>
      ))}
    </>
  );
}

function Goes({ handle, plan, choices }: Planned) {
  const t = useTranslations("own-data.delete");
  const { livestreams, organizations } = goesWith(plan, choices);
  // An account's own organization has its handle as id, and goes without saying.
  const named = organizations.filter(({ id }) => id !== handle);
  return (
    <>
      <Facts title={t("gone")}>
        <li>{t("gone-livestreams", { count: livestreams })}</li>
        {named.map(({ id, name }) => (
          <li key={id}>{t("gone-organization", { name: isolated(name) })}</li>
        ))}
      </Facts>
      <Facts title={t("stays")}>
        <li>{t("stays-messages")}</li>
        <li>{t("stays-log")}</li>
        <li>{t("stays-handle", { handle })}</li>
      </Facts>
    </>
  );
}

function Facts({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="font-medium">{title}</h3>
      <ul className="mt-1 list-disc pl-5 text-ink-soft wrap-anywhere">{children}</ul>
    </div>
  );
}

type ChooseProps = {
  plan: DeletionPlan;
  choose: (name: string) => (to: string) => void;
  error: string | undefined;
};

function Organizations({ plan, choose, error }: ChooseProps) {
  const t = useTranslations("own-data.delete");
  return plan.organizations
    .filter(({ successors }) => successors.length > 0)
    .map(({ id, name, livestreams, onlyOwner, successors }) => (
      <Select
        key={id}
        label={t("organization", { name: isolated(name) })}
        hint={t(onlyOwner ? "organization-hint" : "livestreams-hint", { count: livestreams })}
        error={error}
        options={successors.map((person) => ({
          value: person.id,
          label: t("person", { name: isolated(person.name), handle: person.handle }),
        }))}
        onValueChange={choose(chosenName("organization", id))}
      />
    ));
}

/** Not empty: an empty value looks like a placeholder. */
const byDefault = "default";

function CoHosted({ plan: { livestreams }, choose, error }: ChooseProps) {
  const t = useTranslations("own-data.delete");
  if (livestreams.length === 0) return null;
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 font-medium">{t("co-hosted")}</legend>
      {livestreams.map(({ mint, title, stays, successors }) => (
        <Select
          key={mint}
          label={title}
          error={error}
          options={[
            { value: byDefault, label: t(stays ? "leave-it" : "delete-it") },
            ...successors.map(({ id, name, handle }) => ({
              value: id,
              label: t("hand-over", { name: isolated(name), handle }),
            })),
          ]}
          onValueChange={(to) => choose(chosenName("livestream", mint))(to === byDefault ? "" : to)}
        />
      ))}
      {livestreams.length >= 100 ? <p className="text-sm text-ink-soft">{t("more")}</p> : null}
    </fieldset>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { HandleField } from "@/components/ui/handle-field";
import { Select } from "@/components/ui/select";
import type { AddMember } from "@/lib/client/organizations/use-add-member";
import { errorAt } from "@/lib/client/server-api/form-state";

type RoleOption<Role extends string> = { value: Role; label: string };

type AddByHandleFormProps<Role extends string> = AddMember<Role> & {
  /** The default one first. With a single role, no choice is shown. */
  roles: readonly [RoleOption<Role>, ...RoleOption<Role>[]];
};

/** Adds an account as a member, by handle. */
export function AddByHandleForm<Role extends string>(props: AddByHandleFormProps<Role>) {
  const { state, add, roles } = props;
  const t = useTranslations("ui");
  const [usual] = roles;

  async function submit(fields: FormData, form: HTMLFormElement) {
    const role = roles.find(({ value }) => value === fields.get("role")) ?? usual;
    if (await add(String(fields.get("handle") ?? ""), role.value)) form.reset();
  }

  return (
    <Form verb={t("add")} tone="plain" state={state} onSubmit={(...sent) => void submit(...sent)}>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <HandleField
          label={t("handle")}
          name="handle"
          placeholder="@ada"
          error={errorAt(state, "handle")}
        />
        {roles.length > 1 ? (
          <Select label={t("role")} name="role" options={roles} defaultValue={usual.value} />
        ) : null}
      </div>
    </Form>
  );
}

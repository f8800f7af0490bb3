"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { HandleField } from "@/components/ui/handle-field";
import { organizationPath } from "@/lib/client/organizations/organization-paths";
import { useCreateOrganization } from "@/lib/client/organizations/use-create-organization";
import { errorAt } from "@/lib/client/server-api/form-state";
import { organizationNameMax } from "@/lib/contracts/common/limits";

/** A button that opens the form. */
export function NewOrganization() {
  const t = useTranslations("organizations.new");
  return (
    <Dialog
      title={t("title")}
      trigger={
        <Button variant="primary">
          <Plus aria-hidden="true" />
          {t("title")}
        </Button>
      }
    >
      <NewOrganizationForm />
    </Dialog>
  );
}

function NewOrganizationForm() {
  const t = useTranslations("organizations.new");
  const { state, submit, name, id } = useCreateOrganization(organizationPath);
  return (
    <Form verb={t("create")} state={state} onSubmit={() => void submit()}>
      <TextField
        label={t("name")}
        name="name"
        autoComplete="off"
        maxLength={organizationNameMax}
        value={name.value}
        onChange={(event) => name.write(event.target.value)}
        error={errorAt(state, "name")}
      />
      <HandleField
        label={t("id")}
        name="id"
        maxLength={63}
        value={id.value}
        onChange={(event) => id.write(event.target.value)}
        hint={t("id-hint")}
        error={errorAt(state, "id")}
      />
    </Form>
  );
}

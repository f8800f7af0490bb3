"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { useRenameOrganization } from "@/lib/client/organizations/use-rename-organization";
import { errorAt } from "@/lib/client/server-api/form-state";
import { organizationNameMax } from "@/lib/contracts/common/limits";
import type { Organization } from "@/lib/contracts/organizations";

export function RenameOrganization({ organization }: { organization: Organization }) {
  const t = useTranslations("organizations.rename");
  const [open, setOpen] = useState(false);
  const router = useRouter();
  return (
    <Dialog
      title={t("title")}
      description={t("words", { id: organization.id })}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>{t("verb")}</Button>}
    >
      <RenameForm
        organization={organization}
        onRenamed={() => {
          setOpen(false);
          // The heading and the tab's title are rendered on the server.
          router.refresh();
        }}
      />
    </Dialog>
  );
}

type RenameFormProps = { organization: Organization; onRenamed: () => void };

function RenameForm({ organization, onRenamed }: RenameFormProps) {
  const t = useTranslations("organizations");
  const { state, submit } = useRenameOrganization(organization.id, onRenamed);
  return (
    <Form
      verb={t("rename.verb")}
      state={state}
      onSubmit={(fields) => void submit(String(fields.get("name") ?? ""))}
    >
      <TextField
        label={t("new.name")}
        name="name"
        autoComplete="off"
        maxLength={organizationNameMax}
        defaultValue={organization.name}
        error={errorAt(state, "name")}
      />
    </Form>
  );
}

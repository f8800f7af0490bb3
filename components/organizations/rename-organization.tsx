"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { errorAt, messageOf } from "@/lib/client/form-state";
import { useFocusOnRefusal } from "@/lib/client/use-focus-on-refusal";
import { useRenameOrganization } from "@/lib/client/use-rename-organization";
import { organizationNameMax } from "@/lib/contracts/limits";
import type { Organization } from "@/lib/contracts/organizations";

export function RenameOrganization({ organization }: { organization: Organization }) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  return (
    <Dialog
      title="Rename the organization"
      description={`Its id stays ${organization.id}.`}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>Rename</Button>}
    >
      <RenameForm
        organization={organization}
        onRenamed={() => {
          setOpen(false);
          // The heading and the tab's title come from the server.
          router.refresh();
        }}
      />
    </Dialog>
  );
}

type RenameFormProps = { organization: Organization; onRenamed: () => void };

function RenameForm({ organization, onRenamed }: RenameFormProps) {
  const { state, submit } = useRenameOrganization(organization.id, onRenamed);
  const form = useFocusOnRefusal(state);
  const message = messageOf(state);
  return (
    <form
      ref={form}
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        const name = String(new FormData(event.currentTarget).get("name") ?? "");
        if (state.name !== "sending") void submit(name);
      }}
    >
      <TextField
        label="Name"
        name="name"
        autoComplete="off"
        maxLength={organizationNameMax}
        defaultValue={organization.name}
        error={errorAt(state, "name")}
      />
      {message ? <Notice tone="problem">{message}</Notice> : null}
      <Button type="submit" variant="primary" pending={state.name === "sending"}>
        Rename
      </Button>
    </form>
  );
}

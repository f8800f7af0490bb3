"use client";

import { Plus } from "lucide-react";
import { organizationPath } from "@/components/organizations/organization-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { errorAt, messageOf } from "@/lib/client/form-state";
import { useCreateOrganization } from "@/lib/client/use-create-organization";
import { useFocusOnRefusal } from "@/lib/client/use-focus-on-refusal";
import { organizationNameMax } from "@/lib/contracts/limits";

/** The button, and the form behind it. */
export function NewOrganization() {
  return (
    <Dialog
      title="New organization"
      trigger={
        <Button variant="primary">
          <Plus aria-hidden="true" />
          New organization
        </Button>
      }
    >
      <NewOrganizationForm />
    </Dialog>
  );
}

function NewOrganizationForm() {
  const { state, submit, name, id } = useCreateOrganization(organizationPath);
  const form = useFocusOnRefusal(state);
  const message = messageOf(state);
  return (
    <form
      ref={form}
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (state.name !== "sending") void submit();
      }}
    >
      <TextField
        label="Name"
        name="name"
        autoComplete="off"
        maxLength={organizationNameMax}
        value={name.value}
        onChange={(event) => name.write(event.target.value)}
        error={errorAt(state, "name")}
      />
      <TextField
        label="Id"
        name="id"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={63}
        value={id.value}
        onChange={(event) => id.write(event.target.value)}
        hint="Small letters, digits, hyphens and underscores. It cannot be changed later."
        error={errorAt(state, "id")}
      />
      {message ? <Notice tone="problem">{message}</Notice> : null}
      <Button type="submit" variant="primary" pending={state.name === "sending"}>
        Create organization
      </Button>
    </form>
  );
}

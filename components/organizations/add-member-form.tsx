"use client";

import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { errorAt, messageOf } from "@/lib/client/form-state";
import { useFocusOnRefusal } from "@/lib/client/use-focus-on-refusal";
import type { OrganizationMembers } from "@/lib/client/use-organization-members";

const roles = [
  { value: "member", label: "Member" },
  { value: "admin", label: "Admin: may admit guests" },
  { value: "owner", label: "Owner: also gives roles" },
];

type AddMemberFormProps = { desk: OrganizationMembers; mayGiveRoles: boolean };

export function AddMemberForm({ desk: { state, add }, mayGiveRoles }: AddMemberFormProps) {
  const form = useFocusOnRefusal(state);
  const message = messageOf(state);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (state.name === "sending") return;
    const sent = event.currentTarget;
    const fields = new FormData(sent);
    const role = fields.get("role");
    const wanted = role === "owner" || role === "admin" ? role : "member";
    if (await add(String(fields.get("handle") ?? ""), wanted)) sent.reset();
  }

  return (
    <form ref={form} noValidate className="flex flex-col gap-4" onSubmit={submit}>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField
          label="Handle"
          name="handle"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder="@ada"
          error={errorAt(state, "handle")}
        />
        {mayGiveRoles ? (
          <Select label="Role" name="role" options={roles} defaultValue="member" />
        ) : null}
      </div>
      {message ? <Notice tone="problem">{message}</Notice> : null}
      <Button type="submit" pending={state.name === "sending"} className="sm:self-start">
        Add
      </Button>
    </form>
  );
}

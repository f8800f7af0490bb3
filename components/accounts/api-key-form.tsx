import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { errorAt, messageOf } from "@/lib/client/form-state";
import type { ApiKeys } from "@/lib/client/use-api-keys";
import { nameMax } from "@/lib/contracts/limits";
import { type Scope, scopes } from "@/lib/contracts/scopes";

type ApiKeyFormProps = { apiKeys: ApiKeys; grantable: Scope[] };

/** A name, by which the key is told from others, and what it may do. */
export function ApiKeyForm({ apiKeys: { state, create }, grantable }: ApiKeyFormProps) {
  const problem = messageOf(state) ?? errorAt(state, "scopes");

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (state.name === "sending") return;
    const fields = new FormData(event.currentTarget);
    const chosen = grantable.filter((scope) => fields.has(scope));
    void create(String(fields.get("name") ?? ""), chosen);
  }

  return (
    <form noValidate className="flex flex-col gap-5" onSubmit={submit}>
      <TextField
        label="Name"
        name="name"
        autoComplete="off"
        placeholder="Recording server"
        maxLength={nameMax}
        error={errorAt(state, "name")}
      />
      <fieldset>
        <legend className="mb-1 text-sm font-medium">What it may do</legend>
        {grantable.map((scope) => (
          <Checkbox key={scope} name={scope} label={scopes[scope]} hint={scope} />
        ))}
      </fieldset>
      {problem ? <Notice tone="problem">{problem}</Notice> : null}
      <Button type="submit" variant="primary" pending={state.name === "sending"}>
        Make key
      </Button>
    </form>
  );
}

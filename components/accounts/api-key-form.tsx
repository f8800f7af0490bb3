import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/choice";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import type { ApiKeys } from "@/lib/client/accounts/use-api-keys";
import { errorAt } from "@/lib/client/server-api/form-state";
import { nameMax } from "@/lib/contracts/common/limits";
import type { Scope } from "@/lib/contracts/common/scopes";

type ApiKeyFormProps = { apiKeys: ApiKeys; grantable: Scope[] };

/** A name to recognize the key by, and its scopes. */
export function ApiKeyForm({ apiKeys: { state, create }, grantable }: ApiKeyFormProps) {
  const t = useTranslations("accounts");
  const scopesProblem = errorAt(state, "scopes");

  function submit(fields: FormData) {
    const chosen = grantable.filter((scope) => fields.has(scope));
    void create(String(fields.get("name") ?? ""), chosen);
  }

  return (
    <Form verb={t("keys.make")} state={state} onSubmit={submit}>
      <TextField
        label={t("keys.name")}
        name="name"
        autoComplete="off"
        placeholder={t("keys.name-example")}
        maxLength={nameMax}
        error={errorAt(state, "name")}
      />
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{t("keys.scopes")}</legend>
        {grantable.map((scope) => (
          <Checkbox key={scope} name={scope} label={t(`scopes.${scope}`)} hint={scope} />
        ))}
      </fieldset>
      {scopesProblem ? <Notice tone="problem">{scopesProblem}</Notice> : null}
    </Form>
  );
}

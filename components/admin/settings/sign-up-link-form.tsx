import { useTranslations } from "next-intl";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { SignUpLinks } from "@/lib/client/admin/use-sign-up-links";
import { errorAt } from "@/lib/client/server-api/form-state";
import { inviteLabelMax, signUpLinkDays, signUpLinkUses } from "@/lib/contracts/common/limits";

/** A label, how many accounts it is for, and how long it works. */
export function SignUpLinkForm({ signUpLinks: { state, create } }: { signUpLinks: SignUpLinks }) {
  const t = useTranslations("settings.links");
  return (
    <Form verb={t("make")} state={state} onSubmit={(fields) => void create(fields)}>
      <TextField
        label={t("label")}
        name="label"
        autoComplete="off"
        maxLength={inviteLabelMax}
        placeholder={t("label-example")}
        hint={t("label-hint")}
        error={errorAt(state, "label")}
      />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField
          label={t("max-uses")}
          name="maxUses"
          type="number"
          inputMode="numeric"
          min={signUpLinkUses.min}
          max={signUpLinkUses.max}
          defaultValue={1}
          error={errorAt(state, "maxUses")}
        />
        <TextField
          label={t("valid-days")}
          name="validDays"
          type="number"
          inputMode="numeric"
          min={signUpLinkDays.min}
          max={signUpLinkDays.max}
          defaultValue={7}
          error={errorAt(state, "validDays")}
        />
      </div>
    </Form>
  );
}

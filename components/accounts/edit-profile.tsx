"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { AccountPicture } from "@/components/accounts/account-picture";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { HandleField } from "@/components/ui/handle-field";
import { SectionHeading } from "@/components/ui/page";
import { useEditProfile } from "@/lib/client/accounts/use-edit-profile";
import { errorAt } from "@/lib/client/server-api/form-state";
import { nameMax } from "@/lib/contracts/common/limits";

type EditProfileProps = { name: string; handle: string; picture: string | null };

export function EditProfile({ name, handle, picture }: EditProfileProps) {
  const t = useTranslations("accounts");
  const router = useRouter();
  const { state, submit } = useEditProfile(() => router.refresh());
  return (
    <section aria-labelledby="profile" className="mb-10">
      <SectionHeading id="profile" title={t("profile.title")} />
      <div className="mb-5">
        <AccountPicture name={name} picture={picture} />
      </div>
      <Form
        verb={t("profile.verb")}
        tone="plain"
        state={state}
        onSubmit={(fields) => void submit(fields)}
      >
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <TextField
            label={t("name")}
            name="name"
            autoComplete="name"
            maxLength={nameMax}
            defaultValue={name}
            hint={t("sign-up.name-hint")}
            error={errorAt(state, "name")}
          />
          <HandleField
            label={t("handle")}
            name="handle"
            maxLength={30}
            defaultValue={handle}
            hint={t("profile.handle-hint")}
            error={errorAt(state, "handle")}
          />
        </div>
      </Form>
    </section>
  );
}

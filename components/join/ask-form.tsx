"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { JoinPlace } from "@/lib/client/join/join-model";
import { rememberedName } from "@/lib/client/join/use-join";
import { nameMax } from "@/lib/contracts/common/limits";
import type { GuestPlace } from "@/lib/contracts/livestreams";
import { isolated } from "@/lib/words/isolated";

type AskFormProps = {
  place: Extract<JoinPlace, { name: "preview" | "knocking" }>;
  /** The name this guest used before. */
  knownName: string | undefined;
  /** Where a guest who was admitted before goes. */
  to: GuestPlace;
  onAsk: (name: string) => void;
};

export function AskForm({ place, knownName, to, onAsk }: AskFormProps) {
  const t = useTranslations("join");
  const [name, setName] = useState(() => knownName ?? rememberedName());
  const [empty, setEmpty] = useState(false);
  const returning = place.name === "preview" && place.returning;
  const problem = place.name === "preview" ? place.problem : null;

  function ask() {
    const given = name.trim();
    setEmpty(!given);
    if (given && place.name === "preview") onAsk(given);
  }

  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      {returning ? (
        <p>{t("returning", { name: isolated(name), to })}</p>
      ) : (
        <TextField
          label={t("your-name")}
          name="name"
          autoComplete="name"
          maxLength={nameMax}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={empty ? t("name-empty") : undefined}
        />
      )}
      {problem ? <Notice tone="problem">{problem.message}</Notice> : null}
      <Button type="submit" variant="primary" pending={place.name === "knocking"}>
        {returning ? t("go-back", { to }) : t("ask")}
      </Button>
    </form>
  );
}

"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { JoinPlace } from "@/lib/client/join-model";
import { rememberedName } from "@/lib/client/use-join";
import { nameMax } from "@/lib/contracts/limits";

type AskFormProps = {
  place: Extract<JoinPlace, { name: "preview" | "knocking" }>;
  /** The name this guest had when they were here before. */
  knownName: string | undefined;
  onAsk: (name: string) => void;
};

export function AskForm({ place, knownName, onAsk }: AskFormProps) {
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
        <p>The host has let you in, as {name}. Everybody will see and hear you at once.</p>
      ) : (
        <TextField
          label="Your name"
          name="name"
          autoComplete="name"
          maxLength={nameMax}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={empty ? "Enter the name that the host and the viewers will see." : undefined}
        />
      )}
      {problem ? <Notice tone="problem">{problem.message}</Notice> : null}
      <Button type="submit" variant="primary" pending={place.name === "knocking"}>
        {returning ? "Go back on stage" : "Ask to join"}
      </Button>
    </form>
  );
}

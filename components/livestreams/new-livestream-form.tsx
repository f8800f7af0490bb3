"use client";

import { studioPath } from "@/components/livestreams/livestream-paths";
import { visibilityWords } from "@/components/livestreams/visibility-words";
import { Button } from "@/components/ui/button";
import { ChoiceGroup } from "@/components/ui/choice";
import { TextArea, TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { errorAt, messageOf } from "@/lib/client/form-state";
import { useCreateLivestream, useTimeZone } from "@/lib/client/use-create-livestream";
import { useFocusOnRefusal } from "@/lib/client/use-focus-on-refusal";
import { descriptionMax, titleMax } from "@/lib/contracts/limits";

const visibilities = (["public", "unlisted", "private"] as const).map((value) => ({
  value,
  ...visibilityWords[value],
}));

export function NewLivestreamForm() {
  const { state, submit } = useCreateLivestream(studioPath);
  const timeZone = useTimeZone();
  const form = useFocusOnRefusal(state);
  const message = messageOf(state);
  return (
    <form
      ref={form}
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (state.name !== "sending") void submit(new FormData(event.currentTarget));
      }}
    >
      <TextField
        label="Title"
        name="title"
        autoComplete="off"
        maxLength={titleMax}
        error={errorAt(state, "title")}
      />
      <TextArea
        label="Description"
        name="description"
        optional
        rows={2}
        maxLength={descriptionMax}
        error={errorAt(state, "description")}
      />
      <ChoiceGroup
        legend="Who may watch"
        name="visibility"
        options={visibilities}
        defaultValue="public"
      />
      <TextField
        label="Planned start"
        name="scheduledAt"
        type="datetime-local"
        optional
        hint={timeZone ? `In your time zone, ${timeZone.replaceAll("_", " ")}.` : undefined}
        error={errorAt(state, "scheduledAt")}
      />
      {message ? <Notice tone="problem">{message}</Notice> : null}
      <Button type="submit" variant="primary" pending={state.name === "sending"}>
        Create livestream
      </Button>
    </form>
  );
}

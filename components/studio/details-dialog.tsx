"use client";

import { visibilityWords } from "@/components/livestreams/visibility-words";
import { Button } from "@/components/ui/button";
import { ChoiceGroup } from "@/components/ui/choice";
import { Dialog } from "@/components/ui/dialog";
import { TextArea, TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { errorAt, messageOf } from "@/lib/client/form-state";
import { localInput, useEditLivestream } from "@/lib/client/use-edit-livestream";
import { useFocusOnRefusal } from "@/lib/client/use-focus-on-refusal";
import { descriptionMax, titleMax } from "@/lib/contracts/limits";
import type { Livestream } from "@/lib/contracts/livestreams";

type DetailsDialogProps = {
  livestream: Livestream;
  onSaved: (livestream: Livestream) => void;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

export function DetailsDialog({ livestream, onSaved, open, onOpenChange }: DetailsDialogProps) {
  return (
    <Dialog title="Edit details" open={open} onOpenChange={onOpenChange}>
      <DetailsForm
        livestream={livestream}
        onSaved={(saved) => {
          onSaved(saved);
          onOpenChange(false);
        }}
      />
    </Dialog>
  );
}

function DetailsForm({ livestream, onSaved }: Pick<DetailsDialogProps, "livestream" | "onSaved">) {
  const { state, submit } = useEditLivestream(livestream, onSaved);
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
        defaultValue={livestream.title}
        error={errorAt(state, "title")}
      />
      <TextArea
        label="Description"
        name="description"
        optional
        rows={2}
        maxLength={descriptionMax}
        defaultValue={livestream.description}
        error={errorAt(state, "description")}
      />
      <ChoiceGroup
        legend="Who may watch"
        name="visibility"
        defaultValue={livestream.visibility}
        options={visibilityChoices(livestream)}
      />
      {livestream.status === "scheduled" ? (
        <TextField
          label="Planned start"
          name="scheduledAt"
          type="datetime-local"
          optional
          defaultValue={localInput(livestream.scheduledAt)}
          error={errorAt(state, "scheduledAt")}
        />
      ) : null}
      {message ? <Notice tone="problem">{message}</Notice> : null}
      <Button type="submit" variant="primary" pending={state.name === "sending"}>
        Save
      </Button>
    </form>
  );
}

/** A live show cannot become private or stop being so: its guests would be in the wrong room. */
const visibilityChoices = ({ status, visibility }: Livestream) =>
  (["public", "unlisted", "private"] as const).map((value) => ({
    value,
    ...visibilityWords[value],
    disabled: status === "live" && (value === "private") !== (visibility === "private"),
  }));

"use client";

import { useTranslations } from "next-intl";
import { CoverField } from "@/components/livestreams/cover-field";
import { ChoiceGroup } from "@/components/ui/choice";
import { TextArea, TextField } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { startShown } from "@/lib/client/livestreams/use-edit-livestream";
import { ownTimeZone, timeZones } from "@/lib/client/livestreams/zoned-time";
import { errorAt, type FormState } from "@/lib/client/server-api/form-state";
import { descriptionMax, titleMax } from "@/lib/contracts/common/limits";
import { isUpcoming } from "@/lib/contracts/common/livestream-status";
import type { Livestream } from "@/lib/contracts/livestreams";

type LivestreamFieldsProps = {
  state: FormState;
  /** Null for a new livestream. */
  livestream: Livestream | null;
};

/**
 * The fields of a livestream, for creating and editing: title, description, visibility and start.
 */
export function LivestreamFields({ state, livestream }: LivestreamFieldsProps) {
  const t = useTranslations("schedule.form");
  return (
    <>
      <TextField
        label={t("title")}
        name="title"
        autoComplete="off"
        maxLength={titleMax}
        defaultValue={livestream?.title}
        error={errorAt(state, "title")}
      />
      <TextArea
        label={t("description")}
        name="description"
        optional
        rows={2}
        maxLength={descriptionMax}
        defaultValue={livestream?.description}
        error={errorAt(state, "description")}
      />
      <VisibilityField livestream={livestream} />
      {livestream === null || hasStart(livestream) ? (
        <StartFields state={state} livestream={livestream} />
      ) : null}
      <TextField
        label={t("tags.label")}
        name="tags"
        optional
        autoComplete="off"
        hint={t("tags.hint")}
        defaultValue={livestream?.tags.join(", ")}
        error={errorAt(state, "tags")}
      />
      <CoverField cover={livestream?.cover ?? null} error={errorAt(state, "cover")} />
    </>
  );
}

const hasStart = ({ status }: Livestream) => isUpcoming(status) || status === "cancelled";

/**
 * A live show cannot become private or stop being private: its guests would be in the wrong room.
 */
function VisibilityField({ livestream }: Pick<LivestreamFieldsProps, "livestream">) {
  const t = useTranslations("schedule.form");
  const words = useTranslations("livestreams.visibility");
  const { status, visibility = "public" } = livestream ?? {};
  return (
    <ChoiceGroup
      legend={t("visibility")}
      name="visibility"
      defaultValue={visibility}
      options={(["public", "unlisted", "private"] as const).map((value) => ({
        value,
        title: words(`${value}.title`),
        hint: words(`${value}.hint`),
        disabled: status === "live" && (value === "private") !== (visibility === "private"),
      }))}
    />
  );
}

function StartFields({ state, livestream }: LivestreamFieldsProps) {
  const t = useTranslations("schedule.form");
  const { wall, zone } = livestream ? startShown(livestream) : { wall: "", zone: ownTimeZone() };
  return (
    <div className="grid gap-5 sm:grid-cols-2 sm:gap-3">
      <TextField
        label={t("start.label")}
        name="scheduledAt"
        type="datetime-local"
        optional
        hint={t("start.hint")}
        max="9998-12-31T23:59"
        defaultValue={wall}
        error={errorAt(state, "scheduledAt")}
      />
      <Select
        label={t("time-zone")}
        name="timeZone"
        defaultValue={zone}
        options={timeZones(zone).map((name) => ({
          value: name,
          label: name.replaceAll("_", " "),
        }))}
        error={errorAt(state, "timeZone")}
      />
    </div>
  );
}

import { givenInstant, line, paragraph, tags, timeZone } from "@/lib/contracts/common/fields";
import { descriptionMax, titleMax } from "@/lib/contracts/common/limits";

const title = line(titleMax);
const description = paragraph(descriptionMax);

/** The details of a new livestream. */
export const newDetails = {
  title,
  description: description.default(""),
  scheduledAt: givenInstant.nullish(),
  timeZone: timeZone.nullish(),
  tags: tags.default([]),
};

/** The details to change; omitted fields keep their value. */
export const changedDetails = {
  title: title.optional(),
  description: description.optional(),
  scheduledAt: givenInstant.nullable().optional(),
  timeZone: timeZone.nullable().optional(),
  tags: tags.optional(),
};

import { givenInstant, line, paragraph, tags, timeZone } from "@/lib/contracts/common/fields";
import { descriptionMax, titleMax } from "@/lib/contracts/common/limits";

const title = line(titleMax);
const description = paragraph(descriptionMax);

/** What its host says of a livestream that is new. */
export const newDetails = {
  title,
  description: description.default(""),
  scheduledAt: givenInstant.nullish(),
  timeZone: timeZone.nullish(),
  tags: tags.default([]),
};

/** The same of one that is there; what is left out stays. */
export const changedDetails = {
  title: title.optional(),
  description: description.optional(),
  scheduledAt: givenInstant.nullable().optional(),
  timeZone: timeZone.nullable().optional(),
  tags: tags.optional(),
};

import {
  givenInstant,
  line,
  orgId,
  paragraph,
  tags,
  timeZone,
} from "@/lib/contracts/common/fields";
import { descriptionMax, titleMax } from "@/lib/contracts/common/limits";

const title = line(titleMax);
const description = paragraph(descriptionMax);
/** An organization of its creator, whose brand kit it uses; null for the creator's own. */
const brandOrgId = orgId.nullable().optional();

/** The details of a new livestream. */
export const newDetails = {
  title,
  description: description.default(""),
  scheduledAt: givenInstant.nullish(),
  timeZone: timeZone.nullish(),
  tags: tags.default([]),
  brandOrgId,
};

/** The details to change; omitted fields keep their value. */
export const changedDetails = {
  title: title.optional(),
  description: description.optional(),
  scheduledAt: givenInstant.nullable().optional(),
  timeZone: timeZone.nullable().optional(),
  tags: tags.optional(),
  brandOrgId,
};

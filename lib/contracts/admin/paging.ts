import { z } from "zod";
import { line, wholeNumber } from "@/lib/contracts/common/fields";
import { searchMax } from "@/lib/contracts/common/limits";

/** What every list of the admin pages takes. */
export const paging = {
  /** Search words. Each must appear somewhere in what is searched. */
  q: line(searchMax).optional(),
  limit: wholeNumber(1, 100).default(25),
  /** `nextCursor` of the page before. */
  cursor: z.string().max(200).optional(),
};

export const nextCursor = z.string().nullable();

import { isUsualTime } from "@/lib/contracts/common/fields";
import { fieldError } from "@/lib/field-errors";
import { invalidField } from "@/lib/problem";

/** Where a page of a list ended: the last row's instant and id, the list's order. */
export const cursorOf = (at: string, id: string): string =>
  Buffer.from(`${at} ${id}`).toString("base64url");

/** @throws 400 for a cursor that no list returned */
export function placeOf(cursor: string): { at: string; id: string } {
  const text = Buffer.from(cursor, "base64url").toString();
  const [, at = "", id = ""] = /^(\d{4}-\S{19}) ([\w:]+)$/.exec(text) ?? [];
  if (!isUsualTime(at)) {
    throw invalidField("cursor", fieldError("cursor", "must be a nextCursor from this list"));
  }
  return { at: new Date(at).toISOString(), id };
}

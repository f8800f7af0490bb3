import { pictureToSend } from "@/lib/client/browser/picture-to-send";
import { call, upload } from "@/lib/client/server-api/api";
import { coverMaxBytes, picturePixelsMax } from "@/lib/contracts/common/limits";
import type { Livestream } from "@/lib/contracts/livestreams";
import type { putCover, removeCover } from "@/lib/contracts/pictures";

/** The cover field's value: a new file, removal, or no change. */
type CoverWish = { name: "put"; file: File } | { name: "remove" } | { name: "keep" };

export function coverWish(fields: FormData): CoverWish {
  const file = fields.get("cover");
  if (file instanceof File && file.size > 0) return { name: "put", file };
  return fields.get("coverRemoved") ? { name: "remove" } : { name: "keep" };
}

/** Applies the cover field. Returns the livestream if it changed. */
export async function saveCover(mint: string, wish: CoverWish): Promise<Livestream | null> {
  if (wish.name === "keep") return null;
  const path = "/livestreams/{mint}/cover";
  if (wish.name === "remove") {
    return call<typeof removeCover>("DELETE", path, { params: { mint } });
  }
  const body = await pictureToSend(wish.file, {
    maxBytes: coverMaxBytes,
    maxPixels: picturePixelsMax.chosen,
    side: 1600,
  });
  return upload<typeof putCover>("PUT", path, { params: { mint }, body });
}

import type { CSSProperties } from "react";
import type { Brand } from "@/lib/contracts/accounts/brand";
import type { NameSize } from "@/lib/contracts/common/brand";
import { readableOn } from "@/lib/contracts/common/contrast";

const nameScale: Record<NameSize, number> = { small: 0.8, medium: 1, large: 1.3 };

/** The brand as properties of the programme's frame (programme.module.css). Without one, none. */
export function brandStyle(brand: Brand | null): CSSProperties {
  if (!brand) return {};
  const { accent, text, nameSize, background } = brand;
  return {
    ...(accent && { "--brand-ground": accent, "--brand-ink": readableOn(accent, text) }),
    ...(nameSize !== "medium" && { "--name-scale": nameScale[nameSize] }),
    // A background shows through the bars beside a picture that does not fill its tile.
    ...(background && { "--bars": "transparent" }),
  } as CSSProperties;
}

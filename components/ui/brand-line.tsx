import type { CSSProperties } from "react";
import type { Brand } from "@/lib/contracts/accounts/brand";

/** The accent colour as a line along the upper edge; it takes no space. */
export const brandLine = (brand: Brand | null): CSSProperties | undefined =>
  brand?.accent ? { boxShadow: `inset 0 3px ${brand.accent}` } : undefined;

/**
 * The organization's logo, on the same ground as in the video: most are light and transparent, and
 * would be invisible on a light page. Its place has a fixed size, so that nothing moves when it
 * arrives.
 */
export function BrandLogo({ brand }: { brand: Brand | null }) {
  if (!brand?.logo) return null;
  return (
    <img
      src={brand.logo}
      alt=""
      fetchPriority="low"
      className="h-10 w-16 shrink-0 rounded bg-letterbox object-contain p-1 sm:w-24"
    />
  );
}

"use client";

// biome-ignore lint/style/noRestrictedImports: the one place that uses it.
import NextLink from "next/link";
import { type ComponentProps, useState } from "react";

/**
 * A link whose page is loaded ahead only when someone is about to follow it. Next would load the page
 * of each link in sight, so a list of shows would cost the server several requests a visit.
 */
export function Link({
  onMouseEnter,
  onTouchStart,
  onFocus,
  ...link
}: Omit<ComponentProps<typeof NextLink>, "prefetch">) {
  const [wanted, setWanted] = useState(false);
  return (
    <NextLink
      {...link}
      prefetch={wanted ? null : false}
      onMouseEnter={(event) => {
        setWanted(true);
        onMouseEnter?.(event);
      }}
      onTouchStart={(event) => {
        setWanted(true);
        onTouchStart?.(event);
      }}
      onFocus={(event) => {
        setWanted(true);
        onFocus?.(event);
      }}
    />
  );
}

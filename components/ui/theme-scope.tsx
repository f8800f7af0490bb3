"use client";

import { createContext, type ReactNode, useContext, useState } from "react";

const PortalContainer = createContext<HTMLElement | null>(null);

/** The container for dialogs; undefined means the end of the document. */
export function usePortalContainer(): HTMLElement | undefined {
  return useContext(PortalContainer) ?? undefined;
}

/**
 * Renders dialogs into `container`. Needed inside a full-screen element, which hides everything
 * outside it.
 */
export function PortalScope({
  container,
  children,
}: {
  container: HTMLElement | null;
  children: ReactNode;
}) {
  return <PortalContainer value={container}>{children}</PortalContainer>;
}

type ThemeScopeProps = {
  theme: "light" | "dark";
  /** Applies to the whole document: dialogs, toasts, scroll bar and overscroll area. */
  page?: boolean;
  className?: string;
  children: ReactNode;
};

/**
 * Fixes the theme of a part of the page, or of all of it, whatever the person's choice. Live pages:
 * `theme="dark" page`.
 */
export function ThemeScope({ theme, page = false, className, children }: ThemeScopeProps) {
  const [element, setElement] = useState<HTMLElement | null>(null);
  return (
    <div
      ref={setElement}
      data-theme={theme}
      data-page={page ? "" : undefined}
      className={className}
    >
      {page ? children : <PortalScope container={element}>{children}</PortalScope>}
    </div>
  );
}

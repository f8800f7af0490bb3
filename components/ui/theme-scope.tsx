"use client";

import { createContext, type ReactNode, useContext, useState } from "react";

const PortalContainer = createContext<HTMLElement | null>(null);

/** Where dialogs below are put; undefined means the end of the document. */
export function usePortalContainer(): HTMLElement | undefined {
  return useContext(PortalContainer) ?? undefined;
}

/** Sends dialogs into `container`: needed inside an element shown full screen, which hides everything outside it. */
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
  /** The whole document follows: dialogs, toasts, scroll bar, what shows when the page is pulled past its edge. */
  page?: boolean;
  className?: string;
  children: ReactNode;
};

/** A part of the page, or all of it, in one theme whatever the person's choice is. Live pages: `theme="dark" page`. */
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

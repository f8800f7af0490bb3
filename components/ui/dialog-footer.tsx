"use client";

import { createContext, type ReactNode, useContext } from "react";
import { createPortal } from "react-dom";

/** The footer of the surrounding dialog; null until it is mounted, undefined outside of dialogs. */
const Place = createContext<HTMLElement | null | undefined>(undefined);
export const DialogFooterPlace = Place.Provider;

export const useIsInDialog = (): boolean => useContext(Place) !== undefined;

/**
 * Buttons, the main one last, and messages about them. They stay in view while the dialog scrolls.
 */
export function DialogFooter({ children }: { children: ReactNode }) {
  const place = useContext(Place);
  return place ? createPortal(children, place) : null;
}

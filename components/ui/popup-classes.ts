export const overlayClasses =
  "fixed inset-0 z-40 bg-letterbox/55 data-[state=open]:animate-appear data-[state=closed]:animate-vanish";

/**
 * A sheet from the bottom edge on phones, a centred window from 40 rem up, with room for a toast
 * above it unless the window is short: a landscape phone, or a page at 200 %.
 */
export const windowClasses =
  "fixed z-50 flex flex-col border border-line bg-raised text-ink " +
  "inset-x-0 bottom-0 max-h-[min(88dvh,calc(100dvh-6rem))] rounded-t border-x-0 border-b-0 " +
  "sm:inset-auto sm:top-1/2 sm:left-1/2 sm:max-h-[calc(100dvh-4rem)] sm:tall:max-h-[calc(100dvh-12rem)] sm:w-[calc(100vw-2rem)] " +
  "short:max-h-[calc(100dvh-1rem)] sm:short:max-h-[calc(100dvh-1rem)] " +
  "sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded sm:border " +
  "data-[state=open]:animate-rise data-[state=closed]:animate-sink";

export const popupClasses =
  "z-50 overflow-hidden rounded border border-line bg-raised p-1 text-ink " +
  "data-[state=open]:animate-appear data-[state=closed]:animate-vanish";

export const popupItemClasses =
  "relative flex min-h-11 items-center gap-3 rounded px-3 py-2 text-base select-none " +
  "focus-visible:-outline-offset-2 " +
  "data-[highlighted]:bg-fill-strong data-[disabled]:text-ink-faint";

type Click = Pick<
  MouseEvent,
  "target" | "button" | "defaultPrevented" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey"
>;

/**
 * The URL a click navigates to if it leaves the page; null if it opens another tab, stays on the
 * page, or is not on a link. Menu links are left to the browser, which asks before unloading the
 * page.
 */
export function linkOut(click: Click): string | null {
  const { target, button, defaultPrevented } = click;
  const modified = click.ctrlKey || click.metaKey || click.shiftKey || click.altKey;
  if (defaultPrevented || modified || button !== 0 || !(target instanceof Element)) return null;
  const link = target.closest("a[href]");
  if (!(link instanceof HTMLAnchorElement) || link.closest("[role=menu]")) return null;
  const opens = link.target !== "" && link.target !== "_self";
  const stays = link.href.split("#")[0] === location.href.split("#")[0];
  return opens || stays || link.hasAttribute("download") ? null : link.href;
}

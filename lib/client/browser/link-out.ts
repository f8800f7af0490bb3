type Click = Pick<
  MouseEvent,
  "target" | "button" | "defaultPrevented" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey"
>;

/**
 * Where a click leads if it leaves the page; null for one that opens another tab, stays here, or is
 * no link. A menu's links are left to the browser, which asks before the page is unloaded.
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

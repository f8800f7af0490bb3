import { recall, remember } from "@/lib/client/browser/browser-memory";

type FoundInvite = { token: string; from: "address" | "reload" };

const parameter = "invite_token";
/** The short link ends with a code that takes the place of the token. */
const shortLink = /^\/j\/([^/]+)\/?$/;
const name = "join.invite";

// For browsers that block storage: the page keeps the invite in memory until it is reloaded.
let taken: FoundInvite | null = null;

/**
 * The invite this page was opened with. It is removed from the URL at once, so that screen sharing,
 * the history and the referrer do not expose it. A reload finds it in the tab's storage.
 */
export function takeInvite(): FoundInvite | null {
  const url = new URL(window.location.href);
  const token = shortLink.exec(url.pathname)?.[1] ?? url.searchParams.get(parameter);
  if (token) {
    url.searchParams.delete(parameter);
    url.pathname = "/join";
    window.history.replaceState(window.history.state, "", url);
    remember("tab", name, token);
    taken = { token, from: "address" };
  }
  const kept = recall("tab", name);
  taken ??= kept ? { token: kept, from: "reload" } : null;
  return taken;
}

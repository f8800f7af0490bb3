import { recall, remember } from "@/lib/client/browser/browser-memory";

type FoundInvite = { token: string; from: "address" | "reload" };

const parameter = "invite_token";
const name = "join.invite";

// For a browser that keeps nothing for us: the page still knows it until it is loaded again.
let taken: FoundInvite | null = null;

/**
 * The invite this page was opened with. It is taken out of the address at once, so that a shared
 * screen, the history and the next page's referrer do not carry it on; a reload finds it in the tab.
 */
export function takeInvite(): FoundInvite | null {
  const url = new URL(window.location.href);
  const token = url.searchParams.get(parameter);
  if (token) {
    url.searchParams.delete(parameter);
    window.history.replaceState(window.history.state, "", url);
    remember("tab", name, token);
    taken = { token, from: "address" };
  }
  const kept = recall("tab", name);
  taken ??= kept ? { token: kept, from: "reload" } : null;
  return taken;
}

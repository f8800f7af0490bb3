import type { ProviderAndApp } from "../own/openid-provider";
import { Client } from "./client";
import { sql } from "./database";
import { csrfTokenAt, form } from "./pages";

type Wish = {
  browser?: Client;
  /** The login typed at the provider; null presses Cancel there. */
  login: string | null;
  callbackUrl?: string;
};

/** The subjects at the provider that sign in to an account. */
export const linkedIdentitiesOf = async ({ id }: { id: string }) =>
  (
    await sql<{ subject: string }>("select subject from linked_identities where account_id = $1", [
      id,
    ])
  ).map(({ subject }) => subject);

/** Asks the app to begin, like the button of the page. Returns where to go. */
export async function startAt(app: string, browser: Client, callbackUrl = "/"): Promise<URL> {
  const sent = form({ csrfToken: await csrfTokenAt(app, browser), callbackUrl, json: "true" });
  const { body } = await browser.send(`${app}/api/auth/signin/oidc`, { method: "POST", ...sent });
  return new URL((body as { url: string }).url);
}

/**
 * Signs in with the provider as a browser does: to its pages, which ask who it is and whether the app may know,
 * and back. Returns the page of the app where that ends.
 */
export async function signInByProvider(
  { app }: Pick<ProviderAndApp, "app">,
  { browser = new Client(), login, callbackUrl }: Wish,
): Promise<{ browser: Client; url: URL }> {
  let url = await startAt(app.url, browser, callbackUrl);
  // The next sign-in is someone else's, perhaps.
  for (const name of browser.cookies.keys()) {
    if (name.startsWith("_session")) browser.cookies.delete(name);
  }
  const isPage = () => url.origin === app.url && !url.pathname.startsWith("/api/");
  for (let steps = 0; !isPage() && steps < 20; steps++) {
    const { headers, text } = await browser.send(url.href);
    const prompt = /name="prompt" value="(login|consent)"/.exec(text)?.[1];
    const next = prompt ? await answer(browser, url, { prompt, login }) : headers.get("location");
    if (!next) throw new Error(`${url} leads nowhere: ${text}`);
    url = new URL(next, url);
  }
  return { browser, url };
}

async function answer(
  browser: Client,
  page: URL,
  { prompt, login }: { prompt: string; login: string | null },
): Promise<string | null> {
  if (login === null) return `${page.pathname}/abort`;
  const sent = form({ prompt, login, password: "any" });
  const { headers } = await browser.send(page.href, { method: "POST", ...sent });
  return headers.get("location");
}

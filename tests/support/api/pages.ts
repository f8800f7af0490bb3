import { type Answer, Client } from "./client";
import type { Person } from "./factories";

/** Signs in like the form of the page: next-auth's CSRF token, then the credentials. */
export async function signInByPage(
  { email, password }: Pick<Person, "email" | "password">,
  browser = new Client(),
): Promise<{ browser: Client; answer: Answer }> {
  const answer = await browser.send("/api/auth/callback/credentials", {
    method: "POST",
    ...form({ csrfToken: await csrfTokenOf(browser), email, password, json: "true" }),
  });
  return { browser, answer };
}

/** The token that the watch page gives anyone who opens it. */
export async function tokenOfPage(mint: string, browser = new Client()): Promise<string> {
  const { text } = await browser.send(`/watch/${mint}`, { headers: { accept: "text/html" } });
  return /eyJ[\w-]+\.[\w-]+\.[\w-]+/.exec(text)?.[0] ?? "none";
}

export async function signOutByPage(browser: Client): Promise<Answer> {
  return browser.send("/api/auth/signout", {
    method: "POST",
    ...form({ csrfToken: await csrfTokenOf(browser), json: "true" }),
  });
}

export const csrfTokenOf = (browser: Client) => csrfTokenAt("", browser);

/** `app` is the address of another process than the usual one. */
export async function csrfTokenAt(app: string, browser: Client): Promise<string> {
  const { body } = await browser.send(`${app}/api/auth/csrf`);
  return (body as { csrfToken: string }).csrfToken;
}

export const form = (fields: Record<string, string>) => ({
  raw: new URLSearchParams(fields).toString(),
  headers: { "content-type": "application/x-www-form-urlencoded" },
});

export const sessionCookieOf = (browser: Client) =>
  [...browser.cookies].find(([name]) => name.endsWith("next-auth.session-token"))?.[1];

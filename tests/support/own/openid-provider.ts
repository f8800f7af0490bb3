import { once } from "node:events";
import { createServer } from "node:http";
import Provider from "oidc-provider";
import { type AnotherApp, anotherApp } from "../api/another-app";
import { aFreePort } from "../free-port";

/** What the provider says about someone, by their login. */
type Claims = Record<string, string | boolean>;

export type ProviderAndApp = {
  issuer: string;
  /** An app process that signs in with this provider, on the tests' database. */
  app: AnotherApp;
  /** Anyone else signs in too, but has no claims. */
  people: Map<string, Claims>;
  /** The provider no longer answers. */
  goesDown: () => Promise<void>;
  stop: () => Promise<void>;
};

/**
 * A real OpenID Connect provider (the npm package oidc-provider) with its own pages, where any password is
 * right, and an app that uses it, with more settings if given. The provider is on another site than the app.
 */
export async function aProviderAndApp(
  settings: Record<string, string> = {},
): Promise<ProviderAndApp> {
  const port = await aFreePort();
  const issuer = `http://127.0.0.1:${port}`;
  const secret = "the client secret of the tests";
  const app = await anotherApp({
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: "greenroom",
    OIDC_CLIENT_SECRET: secret,
    OIDC_NAME: "Example ID",
    ...settings,
  });
  const people = new Map<string, Claims>();
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "greenroom",
        client_secret: secret,
        redirect_uris: [`${app.url}/api/auth/callback/oidc`],
      },
    ],
    pkce: { required: () => true },
    claims: { email: ["email", "email_verified"], profile: ["name", "preferred_username"] },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({ sub, ...people.get(sub) }),
    }),
    cookies: { keys: ["the cookie key of the tests"] },
  });
  const server = createServer(provider.callback()).listen(port, "127.0.0.1");
  await once(server, "listening");
  const goesDown = async () => {
    server.closeAllConnections();
    if (server.listening) await new Promise((closed) => server.close(closed));
  };
  return {
    issuer,
    app,
    people,
    goesDown,
    stop: async () => {
      await app.stop();
      await goesDown();
    },
  };
}

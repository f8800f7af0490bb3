import "server-only";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { providerId } from "@/lib/contracts/common/provider";
import { env } from "@/lib/env";

/** What an ID token and the userinfo endpoint say about someone (OpenID Connect Core 1.0, 5.1). */
export type Claims = {
  iss: string;
  sub: string;
  email?: string;
  email_verified?: unknown;
  name?: string;
  preferred_username?: unknown;
};

/** The name of the provider that this installation offers; null without one. */
export function providerName(): string | null {
  const { oidcIssuer, oidcName } = env();
  return oidcIssuer && (oidcName ?? new URL(oidcIssuer).hostname);
}

/** The provider for next-auth, with all three checks: state, PKCE and nonce. */
export function provider(): OAuthConfig<Claims>[] {
  const { oidcIssuer, oidcClientId, oidcClientSecret } = env();
  if (!oidcIssuer || !oidcClientId || !oidcClientSecret) return [];
  return [
    {
      id: providerId,
      name: providerName() ?? "",
      type: "oauth",
      wellKnown: `${oidcIssuer}/.well-known/openid-configuration`,
      clientId: oidcClientId,
      clientSecret: oidcClientSecret,
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      authorization: { params: { scope: "openid email profile" } },
      httpOptions: { timeout: 5_000 },
      userinfo: {
        // Many providers put only the subject into the ID token. What it says takes precedence: it is
        // signed. The client refuses a userinfo answer about anyone else.
        request: async ({ client, tokens }) => ({
          ...(client.issuer.metadata.userinfo_endpoint
            ? await client.userinfo(tokens as never)
            : {}),
          ...(tokens as unknown as { claims(): Claims }).claims(),
        }),
      },
      profile: ({ sub }) => ({ id: sub, sid: "" }),
    },
  ];
}

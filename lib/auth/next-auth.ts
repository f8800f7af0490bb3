import "server-only";
import type { NextAuthOptions } from "next-auth";
import { decode, type JWT } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { signIn } from "@/lib/auth/sign-in";
import { appContext } from "@/lib/context";
import { credentials } from "@/lib/contracts/accounts/auth";
import { providerId } from "@/lib/contracts/common/provider";
import { bothKeys, withEitherKey } from "@/lib/either-key";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { Problem } from "@/lib/problem";
import { safeCallbackUrl } from "./callback-url";
import { comeFromProvider, type SignInRequest } from "./come-from-provider";
import { type Claims, provider } from "./provider";
import { accountOfSession, endSession, sessionTtlSeconds } from "./sessions";

declare module "next-auth" {
  interface User {
    sid: string;
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    sid?: string;
  }
}

const secureCookies = () => env().publicUrl.startsWith("https://");

export const callbackUrlCookie = () =>
  `${secureCookies() ? "__Secure-" : ""}next-auth.callback-url`;

export const sessionCookie = () => `${secureCookies() ? "__Secure-" : ""}next-auth.session-token`;

/** The session id in a page's cookie, whether or not the session still exists. */
export async function sessionIdOfCookie(cookie: string): Promise<string | null> {
  const token = await read(cookie).catch(() => null);
  return token?.sid ?? null;
}

/** next-auth writes the cookie again, with the first secret, where it answers `/api/auth/session`. */
function read(token: string): Promise<JWT | null> {
  const { sessionSecret, secondSessionSecret } = env();
  const secrets = bothKeys(sessionSecret, secondSessionSecret);
  return withEitherKey(secrets, (secret) => decode({ token, secret }));
}

async function decodeLive(token: string | undefined): Promise<JWT | null> {
  if (!token) return null;
  const jwt = await read(token);
  if (!jwt?.sid) return null;
  const account = await accountOfSession(appContext(), jwt.sid).catch((error) => {
    // next-auth reports this with the same code as an unreadable cookie.
    log.error("a session could not be looked up", error);
    throw error;
  });
  return account ? jwt : null;
}

/** Errors that any client can cause with its cookies or URL. Their details are client input. */
const causedByClients = [
  "INVALID_CALLBACK_URL_ERROR",
  "JWT_SESSION_ERROR",
  "SIGNOUT_ERROR",
  // Where the provider sends people, anyone can come with a refusal of their own.
  "OAUTH_CALLBACK_HANDLER_ERROR",
];

/** …or with an answer that this browser did not ask for. */
const isStray = ({ name, message }: Error) =>
  name !== "OAuthCallbackError" ||
  /^(?:state|iss) |cookie was missing|could not be parsed/i.test(message);

export const nextAuthOptions = (from: SignInRequest): NextAuthOptions => ({
  secret: env().sessionSecret,
  useSecureCookies: secureCookies(),
  session: { strategy: "jwt", maxAge: sessionTtlSeconds.pages },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  // next-auth calls this on each of its own requests, so it notices sessions ended elsewhere.
  jwt: { decode: ({ token }) => decodeLive(token) },
  providers: [
    ...provider(),
    Credentials({
      credentials: { email: {}, password: {} },
      async authorize(input) {
        const parsed = credentials.safeParse(input);
        if (!parsed.success) return null;
        try {
          const { address, userAgent } = from;
          const { account, session } = await signIn(appContext(), {
            ...parsed.data,
            ...{ address, userAgent, door: "pages" },
          });
          return { id: account.id, name: account.name, email: account.email, sid: session.id };
        } catch (error) {
          // next-auth passes the message to the form as its error: the code, which the form
          // translates, and the reason of a suspension.
          if (error instanceof Problem) {
            throw new Error([error.code, error.extra.reason].filter(Boolean).join(" "));
          }
          log.error("a sign-in failed", error);
          throw new Error("internal-error");
        }
      },
    }),
  ],
  callbacks: {
    // next-auth hands the same user on to `jwt`.
    signIn: ({ user, account, profile }) =>
      account?.provider === providerId ? comeFromProvider(user, profile as Claims, from) : true,
    redirect: ({ url, baseUrl }) => safeCallbackUrl(url, baseUrl),
    jwt: ({ token, user }) => (user ? { ...token, sid: user.sid } : token),
  },
  events: {
    signOut: async ({ token }) => {
      if (token?.sid) await endSession(appContext(), token.sid);
    },
  },
  logger: {
    error: (code, detail) => {
      const error = detail instanceof Error ? detail : detail.error;
      const isTheirs =
        causedByClients.includes(code) || (code === "OAUTH_CALLBACK_ERROR" && isStray(error));
      if (isTheirs) log.debug(`next-auth: ${code}`);
      else log.warn(`next-auth: ${code}`, error);
    },
    warn: () => undefined,
    debug: () => undefined,
  },
});

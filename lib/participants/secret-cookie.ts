import "server-only";
import { env } from "@/lib/env";

const lifeSeconds = 30 * 24 * 3_600;

export type Cookies = { get(name: string): { value: string } | undefined };

/** Someone without an account: an invite's guest, a visitor who writes in the chat, or someone who reports. */
type Kind = "guest" | "chat" | "report";

const secure = () => env().publicUrl.startsWith("https://");

/** One per livestream and browser. `__Host-` binds the cookie to this host, but requires TLS. */
const cookieName = (kind: Kind, mint: string) =>
  `${secure() ? "__Host-" : ""}greenroom-${kind}-${mint}`;

export const secretIn = (jar: Cookies, kind: Kind, mint: string) =>
  jar.get(cookieName(kind, mint))?.value ?? null;

export function secretCookie(kind: Kind, mint: string, secret: string): string {
  return [
    `${cookieName(kind, mint)}=${secret}`,
    "Path=/",
    "HttpOnly",
    "SameSite=Lax",
    `Max-Age=${lifeSeconds}`,
    ...(secure() ? ["Secure"] : []),
  ].join("; ");
}

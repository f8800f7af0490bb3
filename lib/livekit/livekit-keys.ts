import "server-only";
import { env } from "@/lib/env";
import { once } from "@/lib/once";

export type LiveKitKey = { apiKey: string; secret: string };

/** The key that signs, and a second one whose tokens are valid too while an operator changes it. */
export function liveKitKeys(): [LiveKitKey, ...LiveKitKey[]] {
  const { livekitApiKey, livekitApiSecret, secondLivekitApiKey, secondLivekitApiSecret } = env();
  const first = { apiKey: livekitApiKey, secret: livekitApiSecret };
  if (!secondLivekitApiKey || !secondLivekitApiSecret) return [first];
  return [first, { apiKey: secondLivekitApiKey, secret: secondLivekitApiSecret }];
}

/** Imported once: from its bytes it would be imported again for each token. */
export const imported = ({ apiKey, secret }: LiveKitKey) =>
  once(`livekit-key ${apiKey}`, () =>
    crypto.subtle.importKey(
      "raw",
      new TextEncoder().encode(secret),
      { name: "HMAC", hash: "SHA-256" },
      false,
      ["sign", "verify"],
    ),
  );

import "server-only";
import { type WebhookEvent, WebhookReceiver } from "livekit-server-sdk";
import { once } from "@/lib/once";
import { Problem } from "@/lib/problem";
import { liveKitKeys } from "./livekit-keys";

const receivers = () =>
  once("webhook-receivers", () =>
    liveKitKeys().map(({ apiKey, secret }) => new WebhookReceiver(apiKey, secret)),
  );

/** The event, if LiveKit signed exactly these bytes (a JWT with their SHA-256). */
export async function verifyWebhook(
  rawBody: string,
  authorization: string | null,
): Promise<WebhookEvent> {
  const received = receivers().map((each) => each.receive(rawBody, authorization ?? undefined));
  const event = await Promise.any(received).catch(() => {
    throw new Problem("invalid-signature", "This webhook isn’t signed by this server’s LiveKit.");
  });
  if (!event.id || !event.event)
    throw new Problem("invalid-request", "This isn’t a LiveKit event.");
  return event;
}

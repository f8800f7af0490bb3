import "server-only";
import { type WebhookEvent, WebhookReceiver } from "livekit-server-sdk";
import { env } from "@/lib/env";
import { once } from "@/lib/once";
import { Problem } from "@/lib/problem";

const receiver = () =>
  once("webhook-receiver", () => {
    const { livekitApiKey, livekitApiSecret } = env();
    return new WebhookReceiver(livekitApiKey, livekitApiSecret);
  });

/** The event, if LiveKit signed exactly these bytes (a JWT with their SHA-256). */
export async function verifyWebhook(
  rawBody: string,
  authorization: string | null,
): Promise<WebhookEvent> {
  const event = await receiver()
    .receive(rawBody, authorization ?? undefined)
    .catch(() => {
      throw new Problem("invalid-signature", "This webhook isn’t signed by this server’s LiveKit.");
    });
  if (!event.id || !event.event)
    throw new Problem("invalid-request", "This isn’t a LiveKit event.");
  return event;
}

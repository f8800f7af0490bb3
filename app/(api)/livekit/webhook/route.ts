import { appContext } from "@/lib/context";
import { logged } from "@/lib/http/log-request";
import { readText } from "@/lib/http/parse";
import { problemResponse } from "@/lib/http/route";
import { verifyWebhook } from "@/lib/livekit/webhook-verifier";
import { receiveWebhook } from "@/lib/mirror/webhook";

/**
 * LiveKit signs the raw bytes, so the body is read unparsed, and the signature authorizes the
 * request.
 */
export const POST = logged("/livekit/webhook", async (request: Request) => {
  try {
    const body = await readText(request);
    const event = await verifyWebhook(body, request.headers.get("authorization"));
    await receiveWebhook(appContext(), event);
    return Response.json({ received: true });
  } catch (error) {
    return problemResponse(error);
  }
});

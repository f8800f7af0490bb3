import { appContext } from "@/lib/context";
import { readText } from "@/lib/http/parse";
import { problemResponse } from "@/lib/http/route";
import { receiveWebhook, verifyWebhook } from "@/lib/livekit/webhook";

/** LiveKit signs the bytes, so the body is read raw and the signature is this route's access. */
export async function POST(request: Request): Promise<Response> {
  try {
    const body = await readText(request);
    const event = await verifyWebhook(body, request.headers.get("authorization"));
    await receiveWebhook(appContext(), event);
    return Response.json({ received: true });
  } catch (error) {
    return problemResponse(error);
  }
}

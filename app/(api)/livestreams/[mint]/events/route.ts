import type { NextRequest } from "next/server";
import { appContext } from "@/lib/context";
import { followLivestream } from "@/lib/contracts/livestream-events";
import { admit } from "@/lib/http/access";
import { clientAddress } from "@/lib/http/client-address";
import { eventStream } from "@/lib/http/event-stream";
import { holdStream } from "@/lib/http/held-streams";
import { limitTokens } from "@/lib/http/limit-tokens";
import { parse, readQuery } from "@/lib/http/parse";
import { problemResponse } from "@/lib/http/route";
import { serve } from "@/lib/http/serve";
import { followLivestream as follow, requireFollowable } from "@/lib/show/follow-livestream";

type Params = { params: Promise<Record<string, string>> };

/** Not a `route`, because a stream has no single response body to parse. */
async function answer(request: NextRequest, { params }: Params): Promise<Response> {
  const context = appContext();
  try {
    const actor = await admit(followLivestream, request);
    const { mint } = parse(followLivestream.params, await params);
    const { waits = false } = parse(followLivestream.query, readQuery(request));
    await requireFollowable(context.db, mint, actor?.id ?? null);
    const pass = waits ? { count: () => limitTokens(request, actor) } : null;
    const lastEventId = request.headers.get("last-event-id");
    return eventStream({
      request,
      hold: () =>
        actor
          ? holdStream("account", actor.id)
          : holdStream("address", clientAddress(request.headers)),
      start: (sink) => follow(context, { mint, actor, pass, lastEventId }, sink),
    });
  } catch (error) {
    return problemResponse(error);
  }
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve({
  contract: followLivestream,
  answer,
});

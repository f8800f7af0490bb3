import type { NextRequest } from "next/server";
import { appContext } from "@/lib/context";
import { readLivestream } from "@/lib/contracts/livestreams";
import { anyone } from "@/lib/http/access";
import { eventStream } from "@/lib/http/event-stream";
import { parse } from "@/lib/http/parse";
import { problemResponse } from "@/lib/http/route";
import { requireWatchable } from "@/lib/livestreams/find-livestream";
import { followLivestream } from "@/lib/livestreams/follow-livestream";

type Params = { params: Promise<{ mint: string }> };

/** A stream has no single response to parse, so this route declares itself by hand. */
export async function GET(request: NextRequest, { params }: Params): Promise<Response> {
  const context = appContext();
  try {
    const actor = await anyone(request);
    const { mint } = parse(readLivestream.params, await params);
    await requireWatchable(context.db, mint, actor?.id ?? null);
    const lastEventId = request.headers.get("last-event-id");
    return eventStream(request, (sink) =>
      followLivestream(context, { mint, actor, lastEventId }, sink),
    );
  } catch (error) {
    return problemResponse(error);
  }
}

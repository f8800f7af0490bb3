import { moduleFile } from "@/lib/first-picture/modules";

/** The JavaScript that a browser loads beside Next's own; its name changes with its content. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/modules/[file]">,
): Promise<Response> {
  // The same question as in next.config.js, which says so: Next drops a route's Content-Encoding.
  const packed = /\bbr\b/.test(request.headers.get("accept-encoding") ?? "");
  const body = await moduleFile((await params).file, { packed });
  if (!body) return new Response(null, { status: 404 });
  return new Response(body, {
    headers: {
      "Content-Type": "text/javascript; charset=utf-8",
      "Cache-Control": "public, max-age=31536000, immutable",
      Vary: "Accept-Encoding",
    },
  });
}

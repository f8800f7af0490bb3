import { blurFile } from "@/lib/background-blur/blur-file";

/** What a browser loads once somebody wants their background blurred, and never before. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/background-blur/[version]/[file]">,
): Promise<Response> {
  const { version, file } = await params;
  // The same question as in next.config.js, which says so: Next drops a route's Content-Encoding.
  const packed = /\bbr\b/.test(request.headers.get("accept-encoding") ?? "");
  const found = await blurFile(version, file, { packed });
  if (!found) return new Response(null, { status: 404 });
  return new Response(found.body, {
    headers: {
      "Content-Type": found.type,
      "Cache-Control": "public, max-age=31536000, immutable",
      Vary: "Accept-Encoding",
    },
  });
}

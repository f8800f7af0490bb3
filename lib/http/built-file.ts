import "server-only";

type Found = { type: string; body: Uint8Array<ArrayBuffer> };

/**
 * A file that the build has made for browsers, whole or packed; its address changes with its content.
 * Whether it is packed is asked as next.config.js asks, which says so: Next drops a route's
 * Content-Encoding.
 */
export async function builtFile(
  { headers }: Request,
  find: (how: { packed: boolean }) => Promise<Found | null>,
): Promise<Response> {
  const packed = /\bbr\b/.test(headers.get("accept-encoding") ?? "");
  const found = await find({ packed });
  if (!found) return new Response(null, { status: 404 });
  return new Response(found.body, {
    headers: {
      "Content-Type": found.type,
      "Cache-Control": "public, max-age=31536000, immutable",
      Vary: "Accept-Encoding",
    },
  });
}

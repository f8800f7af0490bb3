import { blurFile } from "@/lib/background-blur/blur-file";
import { builtFile } from "@/lib/http/built-file";

/** What a browser loads once somebody wants their background blurred, and never before. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/background-blur/[version]/[file]">,
): Promise<Response> {
  const { version, file } = await params;
  return builtFile(request, (how) => blurFile(version, file, how));
}

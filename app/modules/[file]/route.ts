import { moduleFile } from "@/lib/first-picture/modules";
import { builtFile } from "@/lib/http/built-file";

/** The JavaScript that a browser loads beside Next's own; its name changes with its content. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/modules/[file]">,
): Promise<Response> {
  const { file } = await params;
  return builtFile(request, (how) => moduleFile(file, how));
}

import { env } from "@/lib/env";
import { openApiDocument } from "@/lib/openapi/document";

export const dynamic = "force-dynamic";

/** The API of this installation, made of the same contracts that its routes obey. */
export async function GET(): Promise<Response> {
  return Response.json(openApiDocument(env().publicUrl));
}

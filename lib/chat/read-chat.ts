import "server-only";
import type { z } from "zod";
import type { Context } from "@/lib/context";
import type { readChat as contract } from "@/lib/contracts/chat";
import { readPage } from "./read-page";
import { type Asking, requireReadable } from "./speaker";

type Wanted = z.output<(typeof contract)["query"]> & { mint: string };

/** A page of the public chat, for anyone who may read it. */
export async function readChat(
  context: Pick<Context, "db">,
  asking: Asking,
  { mint, ...wanted }: Wanted,
): Promise<z.input<(typeof contract)["response"]>> {
  const found = await requireReadable(context, mint, asking);
  return readPage(context.db, found, "show", wanted);
}

import "server-only";
import { createHash } from "node:crypto";
import type { Context } from "@/lib/context";
import { picturePixelsMax } from "@/lib/contracts/common/limits";
import { pictureMediaType } from "@/lib/contracts/pictures";
import type { Queries } from "@/lib/db/client";
import { pictures } from "@/lib/db/schema/livestreams";
import { drawInTurn } from "./draw-in-turn";
import { redraw } from "./redraw";

const sizes = {
  cover: { width: 1600, height: 900, pixelsMax: picturePixelsMax.cover },
  frame: { width: 640, height: 640, pixelsMax: picturePixelsMax.frame },
  guest: { width: 320, height: 320, pixelsMax: picturePixelsMax.guest },
} as const;

type Placed = { mint: string; kind: keyof typeof sizes; subject?: string; signal: AbortSignal };

/** Redraws the picture. Returns a function that stores it and resolves to its digest. */
export async function drawPicture(bytes: Uint8Array, { mint, kind, subject = "", signal }: Placed) {
  const drawn = await drawInTurn(() => redraw(bytes, sizes[kind]), signal);
  const digest = createHash("sha256").update(drawn).digest("base64url");
  return async (db: Queries, now: Context["now"]): Promise<string> => {
    const row = { mediaType: pictureMediaType, bytes: drawn, digest, updatedAt: now() };
    await db
      .insert(pictures)
      .values({ mint, kind, subject, ...row })
      .onConflictDoUpdate({ target: [pictures.mint, pictures.kind, pictures.subject], set: row });
    return digest;
  };
}

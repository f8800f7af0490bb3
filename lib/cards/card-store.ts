import "server-only";
import { limit } from "@/lib/limits";
import { once } from "@/lib/once";
import { drawInTurn } from "@/lib/pictures/draw-in-turn";
import { type Card, cardDigest } from "./card";
import { type CardPictures, drawCard } from "./draw-card";

/** About 20 kB each. */
const most = 200;
const store = () => once("cards", () => new Map<string, Promise<Buffer>>());

/**
 * The drawn card, cached: a link posted to a crowd is requested many times at once, and drawn once.
 * New drawings are rate-limited by `address`.
 */
export async function drawnCard(
  card: Card,
  address: string,
  readPictures?: () => Promise<CardPictures>,
): Promise<Buffer> {
  const digest = cardDigest(card);
  const cards = store();
  const kept = cards.get(digest);
  if (kept) return kept;
  const drawn = limit("card-by-address", address).then(async () => {
    const pictures = await readPictures?.();
    return drawInTurn(() => drawCard(card, pictures));
  });
  cards.set(digest, drawn);
  drawn.catch(() => cards.delete(digest));
  const [oldest] = cards.keys();
  if (cards.size > most && oldest) cards.delete(oldest);
  return drawn;
}

import "server-only";
import { limit } from "@/lib/limits";
import { once } from "@/lib/once";
import { drawInTurn } from "@/lib/pictures/draw-in-turn";
import { type Card, cardDigest } from "./card";
import { drawCard } from "./draw-card";

/** Some 20 kB each. */
const most = 200;
const store = () => once("cards", () => new Map<string, Promise<Buffer>>());

/**
 * The drawn card: a link that is posted to a crowd is asked for many times at once, and drawn once.
 * `address` is whom a new one is counted for.
 */
export async function drawnCard(card: Card, address: string): Promise<Buffer> {
  const digest = cardDigest(card);
  const cards = store();
  const kept = cards.get(digest);
  if (kept) return kept;
  const drawn = limit("card-by-address", address).then(() => drawInTurn(() => drawCard(card)));
  cards.set(digest, drawn);
  drawn.catch(() => cards.delete(digest));
  const [oldest] = cards.keys();
  if (cards.size > most && oldest) cards.delete(oldest);
  return drawn;
}

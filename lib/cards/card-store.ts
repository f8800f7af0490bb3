import "server-only";
import { once } from "@/lib/once";
import { type Card, cardDigest } from "./card";
import { drawCard } from "./draw-card";

/** Some 20 kB each. */
const most = 200;
const store = () => once("cards", () => new Map<string, Promise<Buffer>>());

/** The drawn card: a link that is posted to a crowd is asked for many times at once, and drawn once. */
export function drawnCard(card: Card): Promise<Buffer> {
  const digest = cardDigest(card);
  const cards = store();
  const kept = cards.get(digest);
  if (kept) return kept;
  const drawn = drawCard(card);
  cards.set(digest, drawn);
  drawn.catch(() => cards.delete(digest));
  const [oldest] = cards.keys();
  if (cards.size > most && oldest) cards.delete(oldest);
  return drawn;
}

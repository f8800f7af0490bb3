import type { Seat } from "@/lib/grants/grants";

const lobbySuffix = "~lobby";

/**
 * Rooms next to a show, each by the seat it gives the show's hosts. Nothing that happens in one is
 * part of the livestream.
 */
const asideSuffixes = { connectionCheck: "~check" } as const satisfies Partial<
  Record<Seat, string>
>;
type Aside = keyof typeof asideSuffixes;
const asides = Object.keys(asideSuffixes) as Aside[];

/** No mint has this character, so no livestream has such a room. */
const testPrefix = "~test~";

/** A room in which an admin tests this server. */
export const testRoom = (id: string) => `${testPrefix}${id}`;
export const isTestRoom = (room: string) => room.startsWith(testPrefix);

/**
 * A livestream's LiveKit room is named after its mint. Guests of a private one wait in the lobby.
 */
export const stageRoom = (mint: string) => mint;
export const lobbyRoom = (mint: string) => `${mint}${lobbySuffix}`;
export const asideRoom = (mint: string, seat: Aside) => `${mint}${asideSuffixes[seat]}`;

/** Every room a livestream can have. */
export const roomsOf = (mint: string): string[] => [
  stageRoom(mint),
  lobbyRoom(mint),
  ...asides.map((seat) => asideRoom(mint, seat)),
];

/** The livestream an aside room belongs to, and its seat; null for every other room. */
export function asideOf(room: string): { mint: string; seat: Aside } | null {
  const seat = asides.find((each) => room.endsWith(asideSuffixes[each]));
  return seat ? { mint: room.slice(0, -asideSuffixes[seat].length), seat } : null;
}

export function mintOfRoom(room: string): { mint: string; lobby: boolean } {
  const lobby = room.endsWith(lobbySuffix);
  return { mint: lobby ? room.slice(0, -lobbySuffix.length) : room, lobby };
}

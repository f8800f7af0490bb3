const lobbySuffix = "~lobby";
const checkSuffix = "~check";

/** The LiveKit room of a livestream has the mint as its name; a private one waits elsewhere. */
export const stageRoom = (mint: string) => mint;
export const lobbyRoom = (mint: string) => `${mint}${lobbySuffix}`;

/** Where hosts try their line before a show; nothing that happens in it is part of the livestream. */
export const checkRoom = (mint: string) => `${mint}${checkSuffix}`;

/** The mint of the livestream whose hosts try their line there; null for every other room. */
export const mintOfCheckRoom = (room: string): string | null =>
  room.endsWith(checkSuffix) ? room.slice(0, -checkSuffix.length) : null;

export function mintOfRoom(room: string): { mint: string; lobby: boolean } {
  const lobby = room.endsWith(lobbySuffix);
  return { mint: lobby ? room.slice(0, -lobbySuffix.length) : room, lobby };
}

const lobbySuffix = "~lobby";

/** The LiveKit room of a livestream has the mint as its name; a private one waits elsewhere. */
export const stageRoom = (mint: string) => mint;
export const lobbyRoom = (mint: string) => `${mint}${lobbySuffix}`;

export function mintOfRoom(room: string): { mint: string; lobby: boolean } {
  const lobby = room.endsWith(lobbySuffix);
  return { mint: lobby ? room.slice(0, -lobbySuffix.length) : room, lobby };
}

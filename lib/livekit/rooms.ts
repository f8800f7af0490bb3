/**
 * A livestream's rooms in LiveKit, by the end of their names after the mint. Only `stage` and `lobby`
 * count as being in the show:
 * - `lobby`: guests of a private show wait here
 * - `backstage`: hosts and admitted guests see and hear each other, unseen by viewers
 * - `check`: a host tests their connection
 */
const suffixes = {
  stage: "",
  lobby: "~lobby",
  backstage: "~backstage",
  check: "~check",
} as const;

export type RoomKind = keyof typeof suffixes;
export type LivestreamRoom = { mint: string; kind: RoomKind };

const kinds = Object.keys(suffixes) as RoomKind[];

/** No mint has this character, so no livestream has such a room. */
const testPrefix = "~test~";

/** A room in which an admin tests this server. */
export const testRoom = (id: string) => `${testPrefix}${id}`;
export const isTestRoom = (room: string) => room.startsWith(testPrefix);

export const roomName = ({ mint, kind }: LivestreamRoom) => `${mint}${suffixes[kind]}`;
export const stageRoom = (mint: string) => roomName({ mint, kind: "stage" });
export const lobbyRoom = (mint: string) => roomName({ mint, kind: "lobby" });

/** Every room a livestream can have. */
export const everyRoomOf = (mint: string): LivestreamRoom[] =>
  kinds.map((kind) => ({ mint, kind }));
export const roomsOf = (mint: string): string[] => everyRoomOf(mint).map(roomName);

/** The livestream a room belongs to by its name, and what happens in it. */
export function livestreamRoom(name: string): LivestreamRoom {
  const apart = kinds.find((each) => suffixes[each] && name.endsWith(suffixes[each]));
  return apart
    ? { mint: name.slice(0, -suffixes[apart].length), kind: apart }
    : { mint: name, kind: "stage" };
}

/** Whether a connection to this room means being in the show: present, counted and in its log. */
export const isInShow = ({ kind }: LivestreamRoom) => kind === "stage" || kind === "lobby";

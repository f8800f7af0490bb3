import "server-only";
import { DataPacket_Kind, type ParticipantInfo, RoomServiceClient } from "livekit-server-sdk";
import { roomTopic } from "@/lib/contracts/common/limits";
import type { RoomHint } from "@/lib/contracts/room-hint";
import type { PublishSource } from "@/lib/contracts/stage";
import { env } from "@/lib/env";
import { permission, type Seat, trackSourceOf } from "@/lib/grants/grants";
import { log } from "@/lib/log";
import { metrics, secondsSince } from "@/lib/metrics";
import { once } from "@/lib/once";
import { Problem } from "@/lib/problem";

const requestTimeoutSeconds = 5;
/** How long LiveKit keeps a room that nobody entered, and one that everyone left. */
const emptyTimeoutSeconds = 600;
const departureTimeoutSeconds = 120;

type Update = {
  /** LiveKit keeps the name it has if this is empty or absent. */
  name?: string;
  seat?: Seat;
  /** The sources a host allows; null or absent for all of the seat's. */
  sources?: readonly PublishSource[] | null;
  /** An empty value removes an attribute. */
  attributes?: Record<string, string>;
};

/**
 * The calls that mirror our rows into LiveKit. Calls about a participant who is gone do nothing.
 */
export type LiveKit = {
  /** Idempotent; also recreates a room that a LiveKit restart lost. */
  ensureRoom(room: string): Promise<void>;
  deleteRoom(room: string): Promise<void>;
  /** Which of these rooms exist, each with its metadata. */
  rooms(among: string[]): Promise<Map<string, string>>;
  participants(room: string): Promise<ParticipantInfo[]>;
  update(room: string, identity: string, update: Update): Promise<"updated" | "absent">;
  remove(room: string, identity: string): Promise<void>;
  /**
   * Sends a hint to everyone in the room, or to some. It may be lost, and requests never await it.
   */
  hint(room: string, hint: RoomHint, to?: string[]): void;
  /** Mutes a participant's track from a source; false if there is none. */
  silence(room: string, identity: string, source: PublishSource): Promise<boolean>;
  setMetadata(room: string, metadata: string): Promise<void>;
};

const statusOf = (error: unknown) => (error as { status?: number } | null)?.status;
const isNotFound = (error: unknown) => statusOf(error) === 404;
/** LiveKit answers, but none of them has the room. */
const isUnserved = (error: unknown) => statusOf(error) === 503;

async function unlessGone(call: Promise<unknown>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}

/** The same client, its calls measured by name. A call about someone who is gone has not failed. */
function timed(client: RoomServiceClient): RoomServiceClient {
  return new Proxy(client, {
    get(target, call: string & keyof RoomServiceClient) {
      const method: unknown = target[call];
      if (typeof method !== "function") return method;
      return async (...given: unknown[]) => {
        const startedAt = performance.now();
        let result: "answered" | "failed" = "answered";
        try {
          return await method.apply(target, given);
        } catch (error) {
          if (!isNotFound(error)) result = "failed";
          throw error;
        } finally {
          metrics().liveKitCalls.observe({ call, result }, secondsSince(startedAt));
        }
      };
    },
  });
}

function connect(): LiveKit {
  const { livekitUrl, livekitApiKey, livekitApiSecret } = env();
  const client = timed(
    new RoomServiceClient(livekitUrl, livekitApiKey, livekitApiSecret, {
      requestTimeout: requestTimeoutSeconds,
    }),
  );
  async function ensureRoom(room: string): Promise<void> {
    // No metadata: on an existing room it would overwrite the current one.
    const options = { name: room, emptyTimeout: emptyTimeoutSeconds };
    await client
      .createRoom({ ...options, departureTimeout: departureTimeoutSeconds })
      .catch((error) => {
        log.error("LiveKit could not create a room", error);
        throw new Problem("livekit-unavailable", "The video server isn’t responding. Try again.");
      });
  }
  /** Of several LiveKits, the one that had the room may be gone. Another one takes it when asked to create it. */
  async function whereItIs<T>(room: string, call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      if (!isUnserved(error)) throw error;
      await ensureRoom(room);
      return call();
    }
  }
  return {
    ensureRoom,
    async deleteRoom(room) {
      await unlessGone(whereItIs(room, () => client.deleteRoom(room)));
    },
    async rooms(among) {
      // LiveKit treats an empty list of names as all rooms.
      const found = among.length > 0 ? await client.listRooms(among) : [];
      return new Map(found.map(({ name, metadata }) => [name, metadata]));
    },
    async participants(room) {
      return whereItIs(room, () => client.listParticipants(room)).catch((error) => {
        if (isNotFound(error)) return [];
        throw error;
      });
    },
    async update(room, identity, { name, seat, sources, attributes }) {
      const found = await unlessGone(
        client.updateParticipant(room, identity, {
          name,
          attributes,
          permission: seat && permission(seat, sources),
        }),
      );
      return found ? "updated" : "absent";
    },
    async remove(room, identity) {
      await unlessGone(client.removeParticipant(room, identity));
    },
    hint(room, hint, to) {
      const data = new TextEncoder().encode(JSON.stringify(hint));
      client
        .sendData(room, data, DataPacket_Kind.RELIABLE, {
          topic: roomTopic,
          destinationIdentities: to,
        })
        .catch((error) => log.warn("a hint could not be sent to the room", error));
    },
    async silence(room, identity, source) {
      const present = await this.participants(room);
      const tracks = present.find((each) => each.identity === identity)?.tracks ?? [];
      const track = tracks.find((each) => each.source === trackSourceOf[source]);
      if (!track) return false;
      return unlessGone(client.mutePublishedTrack(room, identity, track.sid, true));
    },
    async setMetadata(room, metadata) {
      await unlessGone(client.updateRoomMetadata(room, metadata));
    },
  };
}

export const liveKit = () => once("livekit", connect);

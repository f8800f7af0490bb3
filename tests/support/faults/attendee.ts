import { setTimeout as pause } from "node:timers/promises";
import { Room, RoomEvent } from "@livekit/rtc-node";
import { DefaultReconnectPolicy } from "livekit-client";
import { server } from "../api/server";
import { identityOf } from "../api/tokens";

const leaveWithinMs = 3_000;
const policy = new DefaultReconnectPolicy();

/** Someone in a show with a real connection, who comes back as a page does whenever it is lost. */
export class Attendee {
  readonly identity: string;
  /** How often the connection was lost. */
  interruptions = 0;
  #room = new Room();
  #leaves = false;
  readonly #newToken: () => Promise<string>;

  private constructor(token: string, newToken: () => Promise<string>) {
    this.identity = identityOf(token);
    this.#newToken = newToken;
  }

  /** @param newToken what the page asks for after LiveKit's client has given up */
  static async enters(token: string, newToken: () => Promise<string>): Promise<Attendee> {
    const attendee = new Attendee(token, newToken);
    await attendee.#connect(token);
    return attendee;
  }

  get room(): Room {
    return this.#room;
  }

  isConnected(): boolean {
    return this.#room.isConnected;
  }

  async leaves(): Promise<void> {
    this.#leaves = true;
    // A room that is reconnecting may not disconnect.
    await Promise.race([this.#room.disconnect(), pause(leaveWithinMs)]);
  }

  async #connect(token: string): Promise<void> {
    const room = new Room();
    room.on(RoomEvent.Reconnecting, () => void this.interruptions++);
    room.on(RoomEvent.Disconnected, () => {
      this.interruptions++;
      if (!this.#leaves && room === this.#room) void this.#returns();
    });
    const url = server.url.replace(/^http/, "ws");
    this.#room = room;
    await room.connect(url, token, { autoSubscribe: true, dynacast: false });
  }

  async #returns(): Promise<void> {
    for (let retryCount = 0; !this.#leaves; retryCount++) {
      const delay = policy.nextRetryDelayInMs({ retryCount, elapsedMs: 0 }) ?? 0;
      await pause(delay);
      try {
        return await this.#connect(await this.#newToken());
      } catch {
        // The next attempt may find it back.
      }
    }
  }
}

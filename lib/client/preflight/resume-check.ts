import { Checker, DataPacket_Kind, type Room, RoomEvent } from "livekit-client";

const longestMs = 5_000;

/**
 * Interrupts an open connection and expects it to come back. LiveKit's own check interrupts as soon
 * as the browser calls it connected; a busy server does not yet, and has nothing to resume.
 */
export class ResumeCheck extends Checker {
  get description() {
    return "Resuming connection after interruption";
  }

  protected async perform(): Promise<void> {
    const room = await this.connect();
    // A data channel opens only once the server calls the connection open too.
    const reliable: number = DataPacket_Kind.RELIABLE;
    const opened = await Promise.race([
      room.engine.ensureDataTransportConnected(reliable).then(() => true),
      after(longestMs),
    ]).catch(() => false);
    if (!opened) return this.skip();
    const back = cameBack(room);
    await room.simulateScenario("signal-reconnect");
    if (!(await back)) throw new Error("Not able to reconnect");
  }
}

const after = (ms: number) => new Promise<false>((resolve) => setTimeout(resolve, ms, false));

function cameBack(room: Room): Promise<boolean> {
  return new Promise((resolve) => {
    void after(longestMs).then(resolve);
    room.once(RoomEvent.Reconnected, () => resolve(true));
    room.once(RoomEvent.Disconnected, () => resolve(false));
  });
}

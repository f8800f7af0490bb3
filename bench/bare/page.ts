import {
  createLocalTracks,
  type LocalTrack,
  ParticipantEvent,
  type RemoteTrack,
  Room,
  RoomEvent,
} from "livekit-client";
import type { BarePass } from "./pass";

const pass: BarePass = JSON.parse(document.getElementById("pass")?.textContent ?? "");
const room = new Room({ adaptiveStream: true, dynacast: true });

const show = (track: RemoteTrack | LocalTrack) => document.body.append(track.attach());
room.on(RoomEvent.TrackSubscribed, show);
room.on(RoomEvent.DataReceived, (payload) => {
  const line = document.createElement("p");
  line.textContent = new TextDecoder().decode(payload);
  document.body.append(line);
});

function button(name: string, press: () => unknown): void {
  const made = document.createElement("button");
  made.textContent = name;
  made.onclick = press;
  document.body.append(made);
}

function asHost(): void {
  button("Go live", async () => {
    await room.localParticipant.enableCameraAndMicrophone();
    document.title = "on air";
  });
  button("Admit", () => fetch(`/admit?room=${encodeURIComponent(room.name)}`, { method: "POST" }));
  const field = document.createElement("input");
  document.body.append(field);
  button("Send", () =>
    room.localParticipant.publishData(new TextEncoder().encode(field.value), { reliable: true }),
  );
}

/** Waits with its devices open, and publishes once the server allows it. */
async function asGuest(): Promise<void> {
  const tracks = await createLocalTracks({ audio: true, video: true });
  room.localParticipant.on(ParticipantEvent.ParticipantPermissionsChanged, () => {
    if (!room.localParticipant.permissions?.canPublish) return;
    for (const track of tracks) void room.localParticipant.publishTrack(track);
  });
}

async function start(): Promise<void> {
  if (pass.role === "host") asHost();
  const ready = pass.role === "guest" ? asGuest() : null;
  await room.connect(pass.url, pass.token);
  await ready;
  document.title = "connected";
}

void start();

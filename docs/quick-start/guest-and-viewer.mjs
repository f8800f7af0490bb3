import * as lk from "@livekit/rtc-node";

const { BASE_URL, BEARER_TOKEN, MINT, INVITE_URL } = process.env;

async function api(method, path, body, headers = { "Content-Type": "application/json" }) {
  const response = await fetch(BASE_URL + path, { method, headers, body: JSON.stringify(body) });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${answer.status} ${answer.code}: ${answer.detail}`);
  return answer;
}

if (BEARER_TOKEN) {
  const room = new lk.Room();
  const heard = new Promise((tell) => room.on("trackSubscribed", (...what) => tell(what)));
  const path = `/livestreams/livekit/token/participant?mint=${MINT}&hidden=true`;
  const headers = { Authorization: `Bearer ${BEARER_TOKEN}` };
  const { token, url } = await api("GET", path, undefined, headers);
  await room.connect(url, token, { autoSubscribe: true });
  const [, { source }, host] = await heard;
  console.log(`viewer: receives ${lk.TrackSource[source]} of ${host.name}`);
  await room.disconnect();
}
if (INVITE_URL) {
  const room = new lk.Room();
  const decided = new Promise((tell) => room.on("participantAttributesChanged", tell));
  const inviteToken = new URL(INVITE_URL).searchParams.get("invite_token");
  const knock = { inviteToken, guestName: "Grace Hopper" };
  const { livekitToken } = await api("POST", "/api/v1/livekit/guest/room-auth", knock);
  const { url } = await api("POST", "/api/v1/livekit/guest/state", { inviteToken });
  await room.connect(url, livekitToken, { autoSubscribe: true });
  console.log(`guest: waits as ${room.localParticipant.identity}`);
  if ((await decided).gate !== "stage") throw new Error("The host did not let the guest in.");
  const voice = new lk.AudioSource(48_000, 1);
  const track = lk.LocalAudioTrack.createAudioTrack("voice", voice);
  const microphone = new lk.TrackPublishOptions({ source: lk.TrackSource.SOURCE_MICROPHONE });
  const { sid } = await room.localParticipant.publishTrack(track, microphone);
  console.log(`guest: is on stage and publishes ${sid}`);
  for (let n = 0; n < 200; n++) await voice.captureFrame(lk.AudioFrame.create(48_000, 1, 480));
}
await lk.dispose();

import { expect, type Page } from "@playwright/test";
import { Persona } from "./persona";

/** OBS's settings: where to send, and the key. */
export type Door = { server: string; key: string };

type Client = { pc: RTCPeerConnection; session: string };
type Window = typeof globalThis & { whip?: Client };

/** An encoder: a plain WHIP client (RFC 9725) in a real browser, with a moving picture and a tone. */
export class Encoder extends Persona {
  constructor(page: Page) {
    super(page, "an encoder");
  }

  async sends(door: Door): Promise<void> {
    expect(await this.triesToSend(door)).toBe(201);
    await expect.poll(() => this.#state()).toBe("connected");
  }

  async isRefused(door: Door, status: number): Promise<void> {
    this.watch.expects(new RegExp(`status of ${status}`));
    expect(await this.triesToSend(door)).toBe(status);
  }

  /** The status of the answer to the offer. */
  async triesToSend(door: Door): Promise<number> {
    // Any page will do; this one runs no scripts of its own.
    await this.opens("/sign-in");
    return this.page.evaluate(openSession, door);
  }

  /** Hangs up, as an encoder does on "Stop streaming". */
  async stops({ key }: Door): Promise<void> {
    const status = await this.page.evaluate(async (bearer) => {
      const { whip } = globalThis as Window;
      const headers = { Authorization: `Bearer ${bearer}` };
      const answer = await fetch(whip?.session ?? "", { method: "DELETE", headers });
      whip?.pc.close();
      return answer.status;
    }, key);
    expect(status).toBe(200);
  }

  async isCutOff(): Promise<void> {
    await expect.poll(() => this.#state()).toMatch(/disconnected|failed|closed/);
  }

  #state(): Promise<string> {
    return this.page.evaluate(() => (globalThis as Window).whip?.pc.connectionState ?? "none");
  }
}

/** Runs in the page. */
async function openSession({ server, key }: Door): Promise<number> {
  const canvas = document.createElement("canvas");
  canvas.width = 640;
  canvas.height = 360;
  const painter = canvas.getContext("2d");
  setInterval(() => {
    if (!painter) return;
    painter.fillStyle = `hsl(${(performance.now() / 20) % 360} 80% 50%)`;
    painter.fillRect(0, 0, 640, 360);
    painter.fillStyle = "white";
    painter.fillRect((performance.now() / 5) % 640, 120, 80, 120);
  }, 50);
  const sound = new AudioContext();
  const out = sound.createMediaStreamDestination();
  const tone = sound.createOscillator();
  tone.connect(out);
  tone.start();

  const pc = new RTCPeerConnection();
  const fragments: string[] = [];
  const gathered = new Promise<void>((resolve) => {
    pc.onicecandidate = ({ candidate }) => {
      if (!candidate) resolve();
      else if (candidate.sdpMid === "0") fragments.push(`a=${candidate.candidate}`);
    };
  });
  const streams = [canvas.captureStream(20)];
  for (const track of [...out.stream.getTracks(), ...(streams[0]?.getTracks() ?? [])]) {
    pc.addTransceiver(track, { direction: "sendonly", streams });
  }
  await pc.setLocalDescription();
  const headers = { Authorization: `Bearer ${key}` };
  const offer = pc.localDescription?.sdp ?? "";
  const answer = await fetch(server, {
    method: "POST",
    headers: { ...headers, "Content-Type": "application/sdp" },
    body: offer,
  });
  if (answer.status !== 201) return answer.status;
  const session = new URL(answer.headers.get("Location") ?? "", answer.url).href;
  await pc.setRemoteDescription({ type: "answer", sdp: await answer.text() });
  (globalThis as Window).whip = { pc, session };

  await gathered;
  const credentials = offer.match(/a=ice-(ufrag|pwd):.*/g)?.slice(0, 2) ?? [];
  const section = ["m=audio 9 UDP/TLS/RTP/SAVPF 0", "a=mid:0", ...fragments];
  const trickled = await fetch(session, {
    method: "PATCH",
    headers: {
      ...headers,
      "Content-Type": "application/trickle-ice-sdpfrag",
      "If-Match": answer.headers.get("ETag") ?? "",
    },
    body: `${[...credentials.map((line) => line.trim()), ...section].join("\r\n")}\r\n`,
  });
  return trickled.status === 204 ? answer.status : trickled.status;
}

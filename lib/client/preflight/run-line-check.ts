import { type CheckInfo, CheckStatus, ConnectionCheck } from "livekit-client";
import type { RoomToken } from "@/lib/contracts/tokens";
import type { LineCheckEvent, LineStep, StepState } from "./line-check";
import { ResumeCheck } from "./resume-check";
import { type SendingTracks, sendingCheckOf } from "./sending-check";

type Run = {
  pass: RoomToken;
  tracks: SendingTracks;
  signal: AbortSignal;
  tell: (event: LineCheckEvent) => void;
};

/** Runs the connection check step by step. The later steps need the first two. */
export async function runLineCheck({ pass, tracks, signal, tell }: Run): Promise<void> {
  const check = new ConnectionCheck(pass.url, pass.token);
  const onMeasured = (figures: Extract<LineCheckEvent, { type: "measured" }>["figures"]) =>
    tell({ type: "measured", figures });
  const sending = sendingCheckOf(tracks, { onMeasured, signal });
  const steps: [LineStep, () => Promise<CheckInfo>][] = [
    ["signal", () => check.checkWebsocket()],
    ["media", () => check.checkWebRTC()],
    ["relay", () => check.checkTURN()],
    ["sending", () => check.createAndRunCheck(sending)],
    ["resume", () => check.createAndRunCheck(ResumeCheck)],
  ];
  for (const [step, run] of steps) {
    if (signal.aborted) return;
    tell({ type: "step", step, state: "running" });
    const info = await run();
    if (signal.aborted) return;
    const state = stateOf(info);
    tell({ type: "step", step, state, notes: info.logs.map(({ message }) => message) });
    if (state === "failed" && (step === "signal" || step === "media")) break;
  }
  tell({ type: "done" });
}

function stateOf({ status }: CheckInfo): StepState {
  if (status === CheckStatus.SKIPPED) return "skipped";
  return status === CheckStatus.SUCCESS ? "passed" : "failed";
}

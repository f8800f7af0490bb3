/** The steps of the connection check, in order. */
export const lineSteps = ["signal", "media", "relay", "sending", "resume"] as const;
export type LineStep = (typeof lineSteps)[number];

export type StepState = "waiting" | "running" | "passed" | "failed" | "skipped";

/** Upload figures, measured with the host's own camera and microphone. */
export type LineFigures = {
  /** The browser's bandwidth estimate in kbit/s; null if it has none. */
  carriesKbps: number | null;
  roundTripMs: number | null;
  /** 0 to 1. */
  loss: number;
  limitedByCpu: boolean;
};

export type LineCheck = {
  phase: "idle" | "running" | "done";
  steps: Readonly<Record<LineStep, StepState>>;
  figures: LineFigures | null;
  /** Notes from the steps in LiveKit's English, for the administrator. */
  notes: readonly string[];
  /** The server's message if the check could not start. */
  refusal: string | null;
};

export type LineCheckEvent =
  | { type: "began" }
  | { type: "step"; step: LineStep; state: StepState; notes?: readonly string[] }
  | { type: "measured"; figures: LineFigures }
  | { type: "refused"; said: string }
  | { type: "done" }
  /** Cancelled because the show begins. */
  | { type: "stopped" };

const noSteps = Object.fromEntries(lineSteps.map((step) => [step, "waiting"])) as Record<
  LineStep,
  StepState
>;

export const noLineCheck: LineCheck = {
  phase: "idle",
  steps: noSteps,
  figures: null,
  notes: [],
  refusal: null,
};

export function lineCheck(check: LineCheck, event: LineCheckEvent): LineCheck {
  if (event.type === "began") return { ...noLineCheck, phase: "running" };
  if (check.phase !== "running") return check;
  switch (event.type) {
    case "step":
      return {
        ...check,
        steps: { ...check.steps, [event.step]: event.state },
        notes: [...check.notes, ...(event.notes ?? [])],
      };
    case "measured":
      return { ...check, figures: event.figures };
    case "refused":
      return { ...check, phase: "done", refusal: event.said };
    case "done":
      return { ...check, phase: "done" };
    case "stopped":
      return noLineCheck;
  }
}

export type Verdict =
  | "unchecked"
  | "checking"
  /** The check did not start: the server refused or did not answer. */
  | "refused"
  /** The page loads, but the media server's signal does not connect. */
  | "unreachable"
  /** The signal connects, but picture and sound do not: a firewall. */
  | "blocked"
  | "slow"
  | "lossy"
  | "far"
  | "busy-computer"
  | "no-resume"
  | "ready";

/** Enough for a 360-line picture and a voice; less is not worth going on air with. */
const leastKbps = 700;
const mostLoss = 0.03;
const mostRoundTripMs = 350;

/** The one result to show a host: the worst one found. */
export function verdictOf({ phase, steps, figures, refusal }: LineCheck): Verdict {
  if (phase === "idle") return "unchecked";
  if (phase === "running") return "checking";
  if (refusal) return "refused";
  if (steps.signal === "failed") return "unreachable";
  if (steps.media === "failed" || steps.sending === "failed") return "blocked";
  if (figures) {
    const { carriesKbps, loss, roundTripMs, limitedByCpu } = figures;
    if (carriesKbps !== null && carriesKbps < leastKbps) return "slow";
    if (loss > mostLoss) return "lossy";
    if (roundTripMs !== null && roundTripMs > mostRoundTripMs) return "far";
    if (limitedByCpu) return "busy-computer";
  }
  return steps.resume === "failed" ? "no-resume" : "ready";
}

/** What is tried before a show, in this order. */
export const lineSteps = ["signal", "media", "relay", "sending", "resume"] as const;
export type LineStep = (typeof lineSteps)[number];

export type StepState = "waiting" | "running" | "passed" | "failed" | "skipped";

/** How the line sends, measured with the host's own camera and microphone. */
export type LineFigures = {
  /** What the browser believes that the line carries, in kbit/s; null where it does not say. */
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
  /** What the steps noted, in LiveKit's own English: for whoever runs the server. */
  notes: readonly string[];
  /** The server's own sentence, where no check was begun at all. */
  refusal: string | null;
};

export type LineCheckEvent =
  | { type: "began" }
  | { type: "step"; step: LineStep; state: StepState; notes?: readonly string[] }
  | { type: "measured"; figures: LineFigures }
  | { type: "refused"; said: string }
  | { type: "done" }
  /** Given up, because the show begins. */
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
  /** No check was begun: the server said no, or nothing. */
  | "refused"
  /** The page comes through, the video server's signal does not. */
  | "unreachable"
  /** The signal comes through, picture and sound do not: a firewall. */
  | "blocked"
  | "slow"
  | "lossy"
  | "far"
  | "busy-computer"
  | "no-resume"
  | "ready";

/** A picture of 360 lines and a voice; less is not worth being on air with. */
const leastKbps = 700;
const mostLoss = 0.03;
const mostRoundTripMs = 350;

/** The one thing to tell a host: the worst that was found. */
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

import { ApiError, call } from "@/lib/client/server-api/api";
import { wordsAbout } from "@/lib/client/server-api/problem-words";
import { say } from "@/lib/client/server-api/say";
import type { guestState, leaveAsGuest, roomAuth } from "@/lib/contracts/guests";
import type { Trouble } from "./join-ending";
import type { JoinOutcome, JoinTask } from "./join-model";

/** Performs a task and returns its outcome, success or failure. */
export async function runJoinTask(
  task: JoinTask,
  inviteToken: string,
  signal: AbortSignal,
): Promise<JoinOutcome> {
  switch (task.do) {
    case "ask-state":
      return askState(inviteToken, signal);
    case "fetch-token":
      return fetchToken({ inviteToken, guestName: task.guestName }, signal);
    case "leave":
      return leave(task.mint, signal);
  }
}

async function askState(inviteToken: string, signal: AbortSignal): Promise<JoinOutcome> {
  try {
    const visit = await call<typeof guestState>(
      "POST",
      "/api/v1/livekit/guest/state",
      { body: { inviteToken } },
      signal,
    );
    return { type: "state-read", visit };
  } catch (error) {
    const trouble = troubleOf(error);
    // Only the invite was sent, so an invalid request means an invalid link.
    const code = trouble.code === "invalid-request" ? "invite-not-found" : trouble.code;
    return { type: "state-failed", trouble: { ...trouble, code } };
  }
}

async function fetchToken(
  body: { inviteToken: string; guestName: string },
  signal: AbortSignal,
): Promise<JoinOutcome> {
  try {
    const { livekitToken } = await call<typeof roomAuth>(
      "POST",
      "/api/v1/livekit/guest/room-auth",
      { body },
      signal,
    );
    return { type: "token-issued", token: livekitToken };
  } catch (error) {
    return { type: "token-refused", trouble: troubleOf(error) };
  }
}

async function leave(roomId: string, signal: AbortSignal): Promise<JoinOutcome> {
  try {
    await call<typeof leaveAsGuest>(
      "POST",
      "/api/v1/livekit/guest/leave",
      { body: { roomId } },
      signal,
    );
    return { type: "leave-done" };
  } catch (error) {
    const gone = troubleOf(error).code === "guest-not-found";
    return { type: gone ? "leave-done" : "leave-failed" };
  }
}

function troubleOf(error: unknown): Trouble {
  if (!(error instanceof ApiError)) {
    return { code: "internal-error", message: say("problems.page") };
  }
  const { code, message, problem } = error;
  const what = wordsAbout(problem, "guestName");
  return {
    code,
    message: what ? say("join.name-refused", { what }) : message,
    retryAfterSeconds: problem?.retryAfterSeconds,
  };
}

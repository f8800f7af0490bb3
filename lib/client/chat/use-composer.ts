"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { ApiError } from "@/lib/client/server-api/api";
import { fieldWords } from "@/lib/client/server-api/problem-words";
import { chatTextMax } from "@/lib/contracts/common/limits";

export type SendRefusal =
  | { why: "slow-mode" | "too-many-requests" }
  /** The name of someone without an account. */
  | { why: "name"; said: string }
  /** The server's message, or the translation of its code. */
  | { why: "other"; said: string };

export type Composer = {
  /** For the element around the field. */
  form: RefObject<HTMLFormElement | null>;
  text: string;
  setText: (text: string) => void;
  sending: boolean;
  /** Why the last message was not sent. Cleared as soon as sending may work again. */
  refusal: SendRefusal | null;
  /** Characters left; negative when over the limit. */
  left: number;
  /** Seconds until slow mode or the rate limit allows the next message. */
  waitSeconds: number;
  send: () => Promise<void>;
};

/** A message being written. The text stays until the server has accepted it. */
export function useComposer(
  say: (text: string) => Promise<void>,
  slowModeSeconds: number,
): Composer {
  const form = useRef<HTMLFormElement>(null);
  const [text, setText] = useState("");
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<SendRefusal | null>(null);
  const [waitSeconds, waitFor] = useCountdown();
  // The field is visible before hydration, and the person may already have typed into it.
  useLayoutEffect(() => {
    const written = form.current?.querySelector("textarea")?.value;
    if (written) setText(written);
  }, []);
  const waited = useRef(false);
  useEffect(() => {
    // The wait is over, and the text is still there.
    if (waited.current && waitSeconds === 0) setRefusal(null);
    waited.current = waitSeconds > 0;
  }, [waitSeconds]);
  const left = chatTextMax - text.trim().length;

  async function send() {
    if (sending || waitSeconds > 0 || left < 0 || text.trim() === "") return;
    setSending(true);
    setRefusal(null);
    try {
      await say(text);
      setText("");
      waitFor(slowModeSeconds);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      waitFor(error.problem?.retryAfterSeconds ?? 0);
      setRefusal(refusalOf(error));
    } finally {
      setSending(false);
    }
  }

  const write = (next: string) => {
    setText(next);
    setRefusal(null);
  };
  return { form, text, setText: write, sending, refusal, left, waitSeconds, send };
}

/** For waits the text omits the seconds: a countdown next to it shows them. */
function refusalOf({ code, message, problem }: ApiError): SendRefusal {
  const [name] = problem?.fieldErrors?.name ?? [];
  if (name) return { why: "name", said: fieldWords(name) };
  if (code === "slow-mode" || code === "too-many-requests") return { why: code };
  return { why: "other", said: message };
}

function useCountdown(): [number, (seconds: number) => void] {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (seconds === 0) return;
    const timer = setTimeout(() => setSeconds(seconds - 1), 1000);
    return () => clearTimeout(timer);
  }, [seconds]);
  return [seconds, setSeconds];
}

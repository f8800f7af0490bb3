"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { ApiError } from "@/lib/client/server-api/api";
import { chatTextMax } from "@/lib/contracts/common/limits";

export type SendRefusal =
  | { why: "slow-mode" | "too-many-requests" }
  /** In the server's words, or those of its code. */
  | { why: "other"; said: string };

export type Composer = {
  /** For the element around the field. */
  form: RefObject<HTMLFormElement | null>;
  text: string;
  setText: (text: string) => void;
  sending: boolean;
  /** What kept the last message from being sent; gone as soon as it may work again. */
  refusal: SendRefusal | null;
  /** Characters still free, negative when there are too many. */
  left: number;
  /** Seconds until slow mode or the rate limit lets the next message through. */
  waitSeconds: number;
  send: () => Promise<void>;
};

/** A message being written: the text stays until the server has it. */
export function useComposer(
  say: (text: string) => Promise<void>,
  slowModeSeconds: number,
): Composer {
  const form = useRef<HTMLFormElement>(null);
  const [text, setText] = useState("");
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<SendRefusal | null>(null);
  const [waitSeconds, waitFor] = useCountdown();
  // The field stands there before its script does, and somebody may have written by then.
  useLayoutEffect(() => {
    const written = form.current?.querySelector("textarea")?.value;
    if (written) setText(written);
  }, []);
  const waited = useRef(false);
  useEffect(() => {
    // Nothing stands in the way any more, and the text is still there.
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

/** Of a wait without its seconds, which are counted down beside it. */
function refusalOf({ code, message }: ApiError): SendRefusal {
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

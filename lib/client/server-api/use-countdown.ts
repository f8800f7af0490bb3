"use client";

import { useEffect, useState } from "react";
import { type Countdown, countdownTo } from "./countdown";
import { onceClockSet, serverNow } from "./server-clock";

/** Undefined until the server's time is known; null once the instant has passed. */
export function useCountdown(instant: string): Countdown | null | undefined {
  const [left, setLeft] = useState<Countdown | null>();
  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined;
    const tick = () => setLeft(countdownTo(instant, serverNow()));
    const stop = onceClockSet(() => {
      tick();
      timer = setInterval(tick, 1000);
    });
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [instant]);
  return left;
}

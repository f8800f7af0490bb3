"use client";

import { useEffect, useState } from "react";
import { type Countdown, countdownTo } from "./countdown";

/** Undefined until mounted: the server's second is not the browser's. Null once the instant has come. */
export function useCountdown(instant: string): Countdown | null | undefined {
  const [left, setLeft] = useState<Countdown | null>();
  useEffect(() => {
    const tick = () => setLeft(countdownTo(instant, Date.now()));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [instant]);
  return left;
}

"use client";

import { useEffect } from "react";

/** Keeps the screen on while `wanted`; browsers let go of it with every hidden page. */
export function useWakeLock(wanted: boolean): void {
  useEffect(() => {
    if (!wanted || !("wakeLock" in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let left = false;
    const hold = async () => {
      if (document.visibilityState !== "visible" || (lock && !lock.released)) return;
      // Refused with a low battery: the screen goes off as it does anyway.
      const given = await navigator.wakeLock.request("screen").catch(() => null);
      if (left) return void given?.release();
      lock = given;
    };
    void hold();
    document.addEventListener("visibilitychange", hold);
    return () => {
      left = true;
      document.removeEventListener("visibilitychange", hold);
      void lock?.release();
    };
  }, [wanted]);
}

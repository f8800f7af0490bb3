"use client";

import { useEffect } from "react";

/**
 * Keeps the screen on while `wanted`. Browsers release the lock when the page is hidden, so it is
 * requested again.
 */
export function useWakeLock(wanted: boolean): void {
  useEffect(() => {
    if (!wanted || !("wakeLock" in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let left = false;
    const hold = async () => {
      if (document.visibilityState !== "visible" || (lock && !lock.released)) return;
      // Refused on low battery; the screen then turns off as usual.
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

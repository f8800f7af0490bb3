"use client";

import { useEffect, useState } from "react";

const readEveryMs = 60;
/** A quiet room and a shout. */
const quietDb = -55;
const loudDb = -12;

/** A microphone's loudness, 0 to 1; 0 without one. */
export function useAudioLevel(track: MediaStreamTrack | undefined): number {
  const [level, setLevel] = useState(0);
  useEffect(() => {
    if (!track) return;
    const context = new AudioContext();
    const analyser = new AnalyserNode(context, { fftSize: 512, smoothingTimeConstant: 0 });
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    let shown = 0;
    const timer = setInterval(() => {
      if (document.hidden) return;
      analyser.getFloatTimeDomainData(samples);
      // Rises at once and falls slowly, like a studio meter.
      shown = Math.max(levelOf(samples), shown - 0.06);
      setLevel(Math.round(shown * 50) / 50);
    }, readEveryMs);
    // Browsers may suspend audio until the person has interacted with the page.
    const wake = () => void context.resume();
    addEventListener("pointerdown", wake);
    addEventListener("keydown", wake);
    return () => {
      clearInterval(timer);
      removeEventListener("pointerdown", wake);
      removeEventListener("keydown", wake);
      void context.close();
      setLevel(0);
    };
  }, [track]);
  return level;
}

/** The loudness of samples (-1 to 1) as 0 to 1 between quiet and loud, on a decibel scale. */
export function levelOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const decibel = 10 * Math.log10(sum / samples.length || Number.MIN_VALUE);
  return Math.min(1, Math.max(0, (decibel - quietDb) / (loudDb - quietDb)));
}

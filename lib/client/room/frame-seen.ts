/** Calls back once the video shows its next new frame. */
export function whenFrameIsSeen(video: HTMLVideoElement, seen: () => void): void {
  const how: { requestVideoFrameCallback?: (seen: () => void) => number } = video;
  if (how.requestVideoFrameCallback) how.requestVideoFrameCallback(seen);
  else video.addEventListener("playing", seen, { once: true });
}

/** Calls back once the video shows a frame that it had not shown before. */
export function whenFrameIsSeen(video: HTMLVideoElement, seen: () => void): void {
  const how: { requestVideoFrameCallback?: (seen: () => void) => number } = video;
  if (how.requestVideoFrameCallback) how.requestVideoFrameCallback(seen);
  else video.addEventListener("playing", seen, { once: true });
}

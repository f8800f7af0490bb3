/** The largest playing video in a box, for picture-in-picture and an iPhone's full screen. */
export function mainVideo(box: HTMLElement | null): HTMLVideoElement | null {
  const videos = [...(box?.querySelectorAll("video") ?? [])].filter(
    (video) => video.videoWidth > 0 && !video.closest("[aria-hidden]"),
  );
  const area = (video: HTMLVideoElement) => video.clientWidth * video.clientHeight;
  return videos.reduce<HTMLVideoElement | null>(
    (best, video) => (best && area(best) >= area(video) ? best : video),
    null,
  );
}

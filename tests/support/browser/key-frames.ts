import type { Page } from "@playwright/test";

type KeyFrames = {
  asked: number;
  sent: number;
  /** Changes of a sender that started while a key frame request was still running. */
  overlaps: number;
};

/**
 * Counts how often the pages opened from now on ask their encoder for a key frame, and how many key
 * frames the smallest size of that picture has sent. Each request takes as long as the interval
 * between two, so that code which does not wait for its turn is caught.
 */
export async function countKeyFrames(page: Page): Promise<() => Promise<KeyFrames>> {
  await page.addInitScript(() => {
    const { setParameters } = RTCRtpSender.prototype;
    const noted = { senders: new Map<RTCRtpSender, number>(), overlaps: 0 };
    const asking = new Set<RTCRtpSender>();
    RTCRtpSender.prototype.setParameters = async function (parameters, options = {}) {
      if (asking.has(this)) noted.overlaps += 1;
      if (!("encodingOptions" in options)) return setParameters.call(this, parameters, options);
      noted.senders.set(this, (noted.senders.get(this) ?? 0) + 1);
      asking.add(this);
      try {
        await setParameters.call(this, parameters, options);
        await new Promise((resolve) => setTimeout(resolve, 300));
      } finally {
        asking.delete(this);
      }
    };
    Object.assign(window, { notedKeyFrames: noted });
  });
  return () =>
    page.evaluate(async () => {
      const { notedKeyFrames } = window as unknown as {
        notedKeyFrames: { senders: Map<RTCRtpSender, number>; overlaps: number };
      };
      const { senders, overlaps } = notedKeyFrames;
      const [[sender, asked] = []] = senders;
      const streams = [...((await sender?.getStats()) ?? new Map()).values()].filter(
        ({ type }) => type === "outbound-rtp",
      );
      streams.sort((one, other) => one.frameWidth - other.frameWidth);
      return { asked: asked ?? 0, sent: streams[0]?.keyFramesEncoded ?? 0, overlaps };
    });
}

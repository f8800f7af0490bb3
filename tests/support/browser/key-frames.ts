import type { Page } from "@playwright/test";

type KeyFrames = {
  asked: number;
  sent: number;
  /** Changes of a sender that began while a key frame was still being asked for. */
  overlaps: number;
};

/**
 * Counts how often the pages opened from here on ask their own encoder for key frames, and how many
 * the picture so asked for has sent in its smallest size. Asking takes as long there as the next one
 * is away, so that whatever does not wait for its turn is found out.
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

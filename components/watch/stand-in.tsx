import type { Livestream } from "@/lib/contracts/livestreams";

type StandInProps = { livestream: Pick<Livestream, "status" | "cover" | "frame"> };

/**
 * A still behind the text while there is no picture: a live show's last frame, otherwise its cover.
 */
export function StandIn({ livestream: { status, cover, frame } }: StandInProps) {
  const source = status === "live" ? (frame ?? cover) : (cover ?? frame);
  if (!source) return null;
  return (
    <>
      <img
        src={source}
        alt=""
        fetchPriority="high"
        className="absolute inset-0 size-full object-contain"
      />
      <div className="absolute inset-0 bg-scrim" />
    </>
  );
}

import { videoElementId } from "@/lib/client/room/hand-over";

/** Where the page's first script shows the picture, long before React is here. */
export function EarlyPicture() {
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0 z-10">
      <video
        id={videoElementId}
        muted
        playsInline
        suppressHydrationWarning
        className="size-full bg-letterbox object-contain opacity-0 data-showing:opacity-100"
      />
    </div>
  );
}

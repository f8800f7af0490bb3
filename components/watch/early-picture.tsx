import type { RoomToken } from "@/lib/contracts/tokens";
import { passElementId, videoElementId } from "@/lib/first-picture/hand-over";

type EarlyPictureProps = { pass: RoomToken };

/** What the page's first script connects with and shows the picture in, long before React is here. */
export function EarlyPicture({ pass }: EarlyPictureProps) {
  return (
    <>
      <script id={passElementId} type="application/json">
        {JSON.stringify(pass)}
      </script>
      <div aria-hidden="true" className="pointer-events-none absolute inset-0 z-10">
        <video
          id={videoElementId}
          muted
          playsInline
          suppressHydrationWarning
          className="size-full bg-letterbox object-contain opacity-0 data-showing:opacity-100"
        />
      </div>
    </>
  );
}

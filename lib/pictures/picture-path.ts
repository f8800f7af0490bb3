import type { ShowPicture } from "@/lib/contracts/pictures";

/** A picture's URL, with its digest, so that browsers may cache it forever. */
export const picturePath = (mint: string, kind: ShowPicture, digest: string) =>
  `/livestreams/${mint}/pictures/${kind}?digest=${digest}`;

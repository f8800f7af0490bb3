import type { ShowPicture } from "@/lib/contracts/pictures";

/** Where a picture is read; with its digest, so that a browser may keep it for ever. */
export const picturePath = (mint: string, kind: ShowPicture, digest: string) =>
  `/livestreams/${mint}/pictures/${kind}?digest=${digest}`;

import { escaped } from "@/lib/words/escaped";

type Embedded = { address: string; title: string; width: number; height: number };

/** The HTML that embeds the player in another page. */
export const embedCode = ({ address, title, width, height }: Embedded) =>
  `<iframe src="${escaped(address)}" title="${escaped(title)}" width="${width}" height="${height}" ` +
  'style="border:0" allow="autoplay; fullscreen; picture-in-picture; screen-wake-lock" allowfullscreen></iframe>';

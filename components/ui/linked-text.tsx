import { Fragment } from "react";
import { splitLinks } from "@/lib/client/browser/split-links";

/** People's text, with its web addresses as links that open in a new tab. */
export function LinkedText({ text }: { text: string }) {
  return splitLinks(text).map((part) =>
    part.kind === "link" ? (
      <a
        key={part.at}
        href={part.text}
        target="_blank"
        rel="noopener noreferrer nofollow ugc"
        className="underline decoration-edge underline-offset-2 hover:decoration-ink"
      >
        {part.text}
      </a>
    ) : (
      <Fragment key={part.at}>{part.text}</Fragment>
    ),
  );
}

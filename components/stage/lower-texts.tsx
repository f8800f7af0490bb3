import { u } from "@/components/stage/units";
import type { Box } from "@/lib/client/stage/stage-layout";
import type { StageComment } from "@/lib/contracts/common/scenes";
import styles from "./programme.module.css";

/** A banner's text in its size; all in the programme's units. */
type Banner = { text: string; size: number; height: number };

const sizes = [44, 36, 30];
const sideSpace = 48;
const lineHeight = 1.3;
/** The width of a letter, in parts of its size. Chinese, Japanese and Korean ones are square. */
const widths: [RegExp, number][] = [
  [
    /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\p{Emoji_Presentation}]/u,
    1.05,
  ],
  [/[\p{Lu}mwMW@%]/u, 0.75],
];
const usual = 0.56;
const widthOf = (letter: string) => widths.find(([kind]) => kind.test(letter))?.[1] ?? usual;

/**
 * The largest size in which the text fits one line, or as few as possible. Counted rather than
 * measured, so that every screen has the same.
 */
export function bannerOf(text: string, { width }: Pick<Box, "width">): Banner {
  const letters = [...text].reduce((sum, each) => sum + widthOf(each), 0);
  const room = width - 2 * sideSpace;
  const size = sizes.find((each) => letters * each <= room) ?? sizes.at(-1) ?? 0;
  const lines = Math.ceil((letters * size) / room);
  return { text, size, height: Math.round(size * (lines * lineHeight + 0.7)) };
}

type LowerTextsProps = {
  /** Whether changes are announced. */
  live: boolean;
  banner: Banner | null;
  comment: StageComment | null;
};

/** A chat message and the banner over the lower edge of the picture, above a player's controls. */
export function LowerTexts({ live, banner, comment }: LowerTextsProps) {
  const announced = live ? "polite" : "off";
  return (
    <div
      className="pointer-events-none absolute inset-x-0 bottom-0 z-2 transition-transform"
      style={{ transform: aboveControls }}
    >
      <div aria-live={announced}>{comment ? <CommentCard {...comment} /> : null}</div>
      <p
        dir="auto"
        aria-live={announced}
        className={`${styles.words} on-picture flex items-center justify-center text-center leading-[1.3] font-medium text-balance wrap-anywhere`}
        style={
          banner
            ? {
                minHeight: u(banner.height),
                fontSize: u(banner.size),
                paddingInline: u(sideSpace),
              }
            : undefined
        }
      >
        {banner?.text}
      </p>
    </div>
  );
}

/** Only as far as the bar below the picture does not already make room. */
const aboveControls =
  "translateY(min(0px, (100cqh - var(--u) * var(--h)) / 2 - var(--controls, 0px)))";

function CommentCard({ name, text }: StageComment) {
  return (
    <div
      className={`${styles.comment} mx-auto w-fit`}
      style={{
        maxWidth: "85%",
        marginBottom: u(28),
        padding: `${u(18)} ${u(28)}`,
        borderRadius: u(12),
      }}
    >
      <p dir="auto" className="truncate font-semibold" style={{ fontSize: u(26) }}>
        {name}
      </p>
      <p
        dir="auto"
        className="line-clamp-4 leading-[1.3] wrap-anywhere"
        style={{ fontSize: u(text.length > 160 ? 28 : 36) }}
      >
        {text}
      </p>
    </div>
  );
}

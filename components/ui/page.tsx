import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

const widths = { narrow: "max-w-md", normal: "max-w-3xl", wide: "max-w-7xl" };

export type PageProps = {
  /** narrow: one form. normal: reading and settings. wide: grids of pictures. */
  width?: keyof typeof widths;
  className?: string;
  children: ReactNode;
};

/** The main part of a page, and the skip link's target. */
export function Page({ width = "normal", className, children }: PageProps) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className={classNames(
        "mx-auto w-full px-safe-4 pt-8 pb-safe-16 sm:px-safe-6 sm:pt-12",
        widths[width],
        className,
      )}
    >
      {children}
    </main>
  );
}

type PageHeadingProps = {
  title: ReactNode;
  lede?: ReactNode;
  /** Buttons; beside the title if there is room. */
  actions?: ReactNode;
};

export function PageHeading({ title, lede, actions }: PageHeadingProps) {
  return (
    <div className="mb-8 flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
      <div className="min-w-0 max-w-2xl">
        <h1 className="text-xl font-semibold">{title}</h1>
        {lede ? <p className="mt-2 text-ink-soft">{lede}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  );
}

type SectionHeadingProps = { id?: string; title: ReactNode; actions?: ReactNode };

/** A section's heading, with a hairline below. */
export function SectionHeading({ id, title, actions }: SectionHeadingProps) {
  return (
    <div className="mb-4 flex min-h-11 items-center justify-between gap-4 border-b border-line">
      <h2 id={id} className="text-lg font-semibold">
        {title}
      </h2>
      {actions}
    </div>
  );
}

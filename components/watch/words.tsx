import type { ReactNode } from "react";

type WordsProps = { title: ReactNode; action?: ReactNode; children?: ReactNode };

/** A title in place of the picture, with a sentence and buttons. */
export function Words({ title, action, children }: WordsProps) {
  return (
    <div className="flex max-w-md flex-col items-center gap-1 px-3 text-center sm:px-5">
      <p className="text-lg font-semibold text-balance sm:text-xl">{title}</p>
      {children ? <p className="text-balance max-sm:text-sm">{children}</p> : null}
      {action ? (
        <div className="mt-2 flex flex-wrap justify-center gap-2 sm:mt-3">{action}</div>
      ) : null}
    </div>
  );
}

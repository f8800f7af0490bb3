import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

type EmptyStateProps = {
  /** One sentence: what is missing, and how to add it. */
  children: ReactNode;
  action?: ReactNode;
  className?: string;
};

export function EmptyState({ children, action, className }: EmptyStateProps) {
  return (
    <div
      className={classNames("flex flex-col items-center gap-4 px-5 py-12 text-center", className)}
    >
      <p className="max-w-md text-balance text-ink-soft">{children}</p>
      {action}
    </div>
  );
}

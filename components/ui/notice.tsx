import { CircleAlert, Hourglass, Info } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

const tones = {
  info: { box: "border-line bg-surface", icon: Info, iconColour: "text-ink-soft" },
  wait: { box: "border-wait-text bg-wait-wash", icon: Hourglass, iconColour: "text-wait-text" },
  problem: { box: "border-ink bg-surface", icon: CircleAlert, iconColour: "text-ink" },
};

type NoticeProps = {
  /**
   * info: good to know. wait: someone is waiting. problem: something failed (not red, which means
   * on air).
   */
  tone?: keyof typeof tones;
  title?: string;
  /** What happened and what to do next. */
  children: ReactNode;
  action?: ReactNode;
  /** False for a notice that is part of the initial page. */
  announce?: boolean;
  className?: string;
};

export function Notice({
  tone = "info",
  title,
  children,
  action,
  announce = true,
  className,
}: NoticeProps) {
  const { box, icon: Icon, iconColour } = tones[tone];
  const role = tone === "problem" ? "alert" : "status";
  return (
    <div
      role={announce ? role : undefined}
      className={classNames(
        "flex flex-wrap items-center gap-x-4 gap-y-3 rounded border px-4 py-3 text-ink",
        box,
        className,
      )}
    >
      <div className="flex min-w-60 flex-[1_1_24rem] gap-3">
        <Icon aria-hidden="true" className={classNames("mt-0.5 size-5 shrink-0", iconColour)} />
        <div className="min-w-0">
          {title ? <p className="font-semibold">{title}</p> : null}
          <div className={title ? "text-ink-soft" : undefined}>{children}</div>
        </div>
      </div>
      {action ? <div className="flex flex-wrap gap-2 pl-8">{action}</div> : null}
    </div>
  );
}

import { classNames } from "@/components/ui/class-names";

type KeyRow = {
  label: string;
  /** As printed on the keyboard. */
  keys: readonly string[];
};

/** A list of keyboard shortcuts; `off` shows that they do not work now. */
export function KeyRows({ rows, off = false }: { rows: readonly KeyRow[]; off?: boolean }) {
  return (
    <dl className="divide-y divide-line border-y border-line">
      {rows.map(({ label, keys }) => (
        <div key={label} className="flex min-h-11 items-center justify-between gap-4 py-1.5">
          <dt className={classNames(off && "text-ink-soft")}>{label}</dt>
          <dd className="flex shrink-0 gap-1">
            {keys.map((key) => (
              <kbd
                key={key}
                className="min-w-8 rounded border border-line bg-fill px-2 py-0.5 text-center font-sans text-sm"
              >
                {key}
              </kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

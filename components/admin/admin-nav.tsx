"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { Link } from "@/components/ui/link";

type Section = {
  href: string;
  label: string;
  /** What is left to do there, such as "3 open". */
  open?: string;
};
type AdminNavProps = { label: string; sections: readonly Section[] };

/** Links to the admin sections, in one row that scrolls on a phone. */
export function AdminNav({ label, sections }: AdminNavProps) {
  const pathname = usePathname();
  const current = useRef<HTMLAnchorElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the link is another one on another page
  useEffect(() => {
    const link = current.current;
    const list = link?.closest("ul");
    // Someone who has scrolled the row, maybe before this script was there, is about to press a link.
    if (!link || !list || list.scrollLeft > 0) return;
    // Only the row: scrollIntoView would also scroll a page that was restored further down.
    const [at, row] = [link.getBoundingClientRect(), list.getBoundingClientRect()];
    list.scrollLeft += at.left + at.width / 2 - (row.left + row.width / 2);
  }, [pathname]);
  return (
    <nav aria-label={label} className="mb-8 border-b border-line">
      <ul className="-mx-2 flex overflow-x-auto">
        {sections.map(({ href, label, open }) => (
          <li key={href} className="shrink-0">
            <Link
              ref={pathname === href ? current : undefined}
              href={href}
              aria-current={pathname === href ? "page" : undefined}
              className="relative inline-flex h-11 items-center px-2 font-medium text-ink-soft hover:text-ink focus-visible:-outline-offset-4 aria-[current]:text-ink aria-[current]:after:absolute aria-[current]:after:inset-x-2 aria-[current]:after:bottom-0 aria-[current]:after:h-0.5 aria-[current]:after:bg-ink"
            >
              {label}
              {open ? (
                <span className="ml-2 rounded bg-wait px-1.5 text-sm text-wait-ink tabular-nums">
                  {open}
                </span>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { Link } from "@/components/ui/link";

type AdminNavProps = { label: string; sections: readonly { href: string; label: string }[] };

/** Links to the admin sections, in one row that scrolls on a phone. */
export function AdminNav({ label, sections }: AdminNavProps) {
  const pathname = usePathname();
  const current = useRef<HTMLAnchorElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the link is another one on another page
  useEffect(() => {
    current.current?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [pathname]);
  return (
    <nav aria-label={label} className="mb-8 border-b border-line">
      <ul className="-mx-2 flex overflow-x-auto">
        {sections.map(({ href, label }) => (
          <li key={href} className="shrink-0">
            <Link
              ref={pathname === href ? current : undefined}
              href={href}
              aria-current={pathname === href ? "page" : undefined}
              className="relative inline-flex h-11 items-center px-2 font-medium text-ink-soft hover:text-ink focus-visible:-outline-offset-4 aria-[current]:text-ink aria-[current]:after:absolute aria-[current]:after:inset-x-2 aria-[current]:after:bottom-0 aria-[current]:after:h-0.5 aria-[current]:after:bg-ink"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

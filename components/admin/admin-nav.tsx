"use client";

import { usePathname } from "next/navigation";
import { Link } from "@/components/ui/link";

type AdminNavProps = { label: string; sections: readonly { href: string; label: string }[] };

/** Links to the admin sections. They wrap, so that a phone shows all of them. */
export function AdminNav({ label, sections }: AdminNavProps) {
  const pathname = usePathname();
  return (
    <nav aria-label={label} className="mb-8 border-b border-line">
      <ul className="-mx-2 flex flex-wrap">
        {sections.map(({ href, label }) => (
          <li key={href}>
            <Link
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

"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import type { PagedList } from "@/lib/client/admin/use-paged";

type AdminListProps<T> = {
  label: string;
  list: PagedList<T>;
  /** Shown if there is nothing, or nothing matches. */
  none: string;
  row: (item: T) => ReactNode;
};

/** Rows, with a button to load more. */
export function AdminList<T>({ label, list, none, row }: AdminListProps<T>) {
  const t = useTranslations("admin");
  const { items, value, problem, loading, loadMore } = list;
  return (
    <div aria-busy={loading}>
      <div role="status">{items.length === 0 ? <EmptyState>{none}</EmptyState> : null}</div>
      {items.length > 0 ? (
        <ul aria-label={label} className="divide-y divide-line border-y border-line">
          {items.map(row)}
        </ul>
      ) : null}
      {problem && !loading ? (
        <Notice tone="problem" className="mt-4">
          {problem}
        </Notice>
      ) : null}
      {value?.nextCursor ? (
        <Button className="mt-4" pending={loading} onClick={loadMore}>
          {t("show-more")}
        </Button>
      ) : null}
    </div>
  );
}

type AdminRowProps = {
  title: ReactNode;
  /** Labels beside the title, such as "Suspended". */
  badges?: string[];
  /** Lines of details. */
  children: ReactNode;
  /** A button or a menu. */
  action?: ReactNode;
};

export function AdminRow({ title, badges = [], children, action }: AdminRowProps) {
  return (
    <li className="flex items-start gap-3 py-3">
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <div dir="auto" className="min-w-0 font-medium wrap-anywhere">
            {title}
          </div>
          {badges.map((badge) => (
            <span key={badge} className="rounded bg-fill px-2 text-sm font-medium">
              {badge}
            </span>
          ))}
        </div>
        <div className="text-sm text-ink-soft wrap-anywhere">{children}</div>
      </div>
      {action}
    </li>
  );
}

/** Details, each in an element of its own: on one line, where there is room. */
export function Details({ children }: { children: ReactNode }) {
  return <p className="flex flex-wrap gap-x-3">{children}</p>;
}

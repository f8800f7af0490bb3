"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { isolated } from "@/lib/words/isolated";

type PeopleListProps = { title: string; children: ReactNode };

export function PeopleList({ title, children }: PeopleListProps) {
  return (
    <section>
      <h2 className="px-4 text-sm font-medium text-ink-soft">{title}</h2>
      <ul className="mt-1">{children}</ul>
    </section>
  );
}

type PersonRowProps = {
  name: string;
  isMe?: boolean;
  note?: string;
  menu: ReactNode;
  children?: ReactNode;
};

export function PersonRow({ name, isMe, note, menu, children }: PersonRowProps) {
  const t = useTranslations("studio");
  return (
    <li className="flex min-h-14 items-center gap-3 px-4 py-1">
      <Avatar name={name} size="sm" />
      <div className="min-w-0 flex-1">
        <p dir="auto" className="truncate">
          {isMe ? t("people.you", { name: isolated(name) }) : name}
        </p>
        {note ? <p className="text-sm text-ink-soft">{note}</p> : null}
      </div>
      {children}
      {/* Keeps the icons of all rows aligned. */}
      {menu ?? <span aria-hidden="true" className="w-11" />}
    </li>
  );
}

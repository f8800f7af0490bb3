"use client";

import { Search } from "lucide-react";
import NextForm from "next/form";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { TextField } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import type { Wish } from "@/lib/client/admin/use-paged";
import { searchMax } from "@/lib/contracts/common/limits";

type AdminSearchProps = {
  /** The page. */
  action: string;
  wish: Wish;
  /** What is searched, such as "Name, @handle or email". */
  example: string;
  filter: { name: string; label: string; options: { value: string; label: string }[] };
};

/** Search words and one filter, which go into the page's URL. Works without scripts, too. */
export function AdminSearch({ action, wish, example, filter }: AdminSearchProps) {
  const t = useTranslations("admin");
  const form = useRef<HTMLFormElement>(null);
  const [shown, setShown] = useState(wish);
  const [typed, setTyped] = useState(wish);
  // The URL changed: a search, a link, or the browser's history.
  if (JSON.stringify(wish) !== JSON.stringify(shown)) {
    setShown(wish);
    setTyped(wish);
  }
  return (
    <search className="mb-6 block">
      <NextForm
        ref={form}
        action={action}
        className="grid items-end gap-3 sm:grid-cols-[1fr_16rem]"
      >
        <TextField
          label={t("search")}
          hideLabel
          type="search"
          name="q"
          autoComplete="off"
          enterKeyHint="search"
          placeholder={example}
          maxLength={searchMax}
          value={typed.q ?? ""}
          onChange={(event) => setTyped({ ...typed, q: event.target.value })}
          trailing={
            <IconButton type="submit" label={t("search")} icon={<Search aria-hidden="true" />} />
          }
        />
        <Select
          label={filter.label}
          hideLabel
          name={filter.name}
          value={typed[filter.name] ?? ""}
          onValueChange={(value) => {
            // Submitted while the field has the new value.
            form.current?.requestSubmit();
            setTyped({ ...typed, [filter.name]: value });
          }}
          options={filter.options}
        />
      </NextForm>
    </search>
  );
}

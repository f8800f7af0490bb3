"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { TextField } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import type { Wish } from "@/lib/client/livestreams/discover-path";
import { useDiscoverSearch } from "@/lib/client/livestreams/use-discover-search";
import { searchMax } from "@/lib/contracts/common/limits";

/** A native form, so that it also works before and without scripts. */
export function DiscoverSearch({ wish }: { wish: Wish }) {
  const t = useTranslations("discover");
  const { typed, setTyped, pending, ask } = useDiscoverSearch(wish);
  return (
    <search aria-busy={pending || undefined} className="w-full sm:max-w-sm">
      <form
        action="/"
        onSubmit={(event) => {
          event.preventDefault();
          ask(typed);
        }}
      >
        <TextField
          label={t("search")}
          hideLabel
          type="search"
          name="q"
          autoComplete="off"
          enterKeyHint="search"
          placeholder={t("search-example")}
          maxLength={searchMax}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          trailing={
            <IconButton
              type="submit"
              label={t("search-verb")}
              icon={<Search aria-hidden="true" />}
            />
          }
        />
        {wish.tag ? <input type="hidden" name="tag" value={wish.tag} /> : null}
      </form>
    </search>
  );
}

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import { discoverPath, type Wish } from "@/lib/client/livestreams/discover-path";
import { isolated } from "@/lib/words/isolated";

/** The tags in use, as links that turn a filter on or off. */
export function TagFilter({ tags, wish }: { tags: string[]; wish: Wish }) {
  const t = useTranslations("discover");
  const shown = wish.tag && !tags.includes(wish.tag) ? [wish.tag, ...tags] : tags;
  if (shown.length === 0) return null;
  return (
    <nav aria-label={t("tags")}>
      <ul className="flex flex-wrap gap-2">
        {shown.map((tag) => {
          const chosen = tag === wish.tag;
          return (
            <li key={tag}>
              <Link
                href={discoverPath({ q: wish.q, tag: chosen ? "" : tag })}
                scroll={false}
                aria-current={chosen ? "true" : undefined}
                className={classNames(
                  "touch-target relative inline-flex h-9 items-center gap-1.5 rounded border px-3 text-sm",
                  chosen
                    ? "border-ink bg-ink font-medium text-canvas"
                    : "border-line bg-surface text-ink-soft hover:bg-fill hover:text-ink",
                )}
              >
                {`#${isolated(tag)}`}
                {chosen ? <X aria-hidden="true" className="size-4" /> : null}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

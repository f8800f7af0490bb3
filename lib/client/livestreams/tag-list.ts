import { tagMax, tagsMax } from "@/lib/contracts/common/limits";

type TagList =
  | { name: "tags"; tags: string[] }
  | { name: "wrong"; because: "many" | "long" | "signs" };

const written = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} -]*$/u;

/** Parses comma-separated tags, by the same rules as the server. */
export function tagList(typed: string): TagList {
  const words = typed.split(",").map((word) => word.trim().replace(/\s+/g, " ").toLowerCase());
  const tags = [...new Set(words.filter(Boolean))];
  if (tags.length > tagsMax) return { name: "wrong", because: "many" };
  if (tags.some((tag) => tag.length > tagMax)) return { name: "wrong", because: "long" };
  if (!tags.every((tag) => written.test(tag))) return { name: "wrong", because: "signs" };
  return { name: "tags", tags };
}

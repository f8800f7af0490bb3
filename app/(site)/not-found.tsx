import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NothingHere } from "@/components/site/nothing-here";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("pages");
  return { title: t("not-found.tab") };
}

/** Rendered with the header of every site page. */
export default NothingHere;

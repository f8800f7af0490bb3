import "server-only";
import { notFound } from "next/navigation";
import { isAdmin } from "@/lib/accounts/account";
import type { Person } from "./actor";
import { actorOfPage } from "./page-actor";

/**
 * The admin viewing a page; everyone else gets the not-found page. Every admin page calls it first, because
 * a navigation inside the section renders the page without its layout. So does its metadata: a tab must not
 * have the title of a page that was refused.
 */
export async function adminOfPage(): Promise<Person> {
  const actor = await actorOfPage();
  if (!actor || !isAdmin(actor)) notFound();
  return actor;
}

import { redirect } from "next/navigation";
import { adminSections } from "@/components/admin/admin-sections";
import { adminOfPage } from "@/lib/auth/admin-of-page";

export default async function AdminPage() {
  await adminOfPage();
  redirect(adminSections[0].href);
}

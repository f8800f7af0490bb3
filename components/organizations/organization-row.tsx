import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { organizationPath } from "@/lib/client/organizations/organization-paths";
import type { Organization } from "@/lib/contracts/organizations";

type OrganizationRowProps = { organization: Organization; own: boolean };

/** One of this person's organizations. The whole row is a link. */
export function OrganizationRow({ organization, own }: OrganizationRowProps) {
  const t = useTranslations("organizations");
  const { id, name, role, members } = organization;
  const facts = [
    own ? t("your-own") : id,
    t(`roles.${role}`),
    t("members-count", { count: members }),
  ];
  return (
    <li>
      <Link
        href={organizationPath(id)}
        className="-mx-3 flex items-center gap-3 rounded px-3 py-3 hover:bg-fill"
      >
        <span className="min-w-0 flex-1">
          <span dir="auto" className="block truncate font-medium">
            {name}
          </span>
          <span className="block text-sm text-ink-soft wrap-anywhere">{facts.join(" · ")}</span>
        </span>
        <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-ink-faint" />
      </Link>
    </li>
  );
}

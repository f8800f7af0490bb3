"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

type SignInLinkProps = { className?: string; children: ReactNode };

/** Leads to the sign-in page, and from there back to this page. Takes a Button's styles. */
export function SignInLink({ children, ...rest }: SignInLinkProps) {
  return (
    <Link {...rest} href={`/sign-in?next=${encodeURIComponent(usePathname())}`}>
      {children}
    </Link>
  );
}

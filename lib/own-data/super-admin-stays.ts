import { Problem } from "@/lib/problem";

/** Otherwise the server would be without a super admin, and the next founding sign-up would become it. */
export const superAdminStays = () =>
  new Problem(
    "super-admin-stays",
    "You are the super admin of this server. Make someone else super admin first, under Admin → Accounts or " +
      "with npm run greenroom -- make-super-admin <handle>.",
  );

import { Problem } from "@/lib/problem";

export const invalidConfirmation = () =>
  new Problem("confirmation-link-invalid", "This link has expired or was already used.");

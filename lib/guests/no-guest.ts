import "server-only";
import { Problem } from "@/lib/problem";

/** For a browser without a guest cookie for this livestream, or with an unknown one. */
export const noGuest = () =>
  new Problem("guest-not-found", "You’re not a guest of this livestream in this browser.");

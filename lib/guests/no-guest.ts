import "server-only";
import { Problem } from "@/lib/problem";

/** To a browser without a guest's cookie for this livestream, or with one of nobody. */
export const noGuest = () =>
  new Problem("guest-not-found", "You’re not a guest of this livestream in this browser.");

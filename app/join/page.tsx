import type { Metadata, Viewport } from "next";
import { JoinPage } from "@/components/join/join-page";
import { themeColors } from "@/components/ui/theme-colors";
import { ThemeScope } from "@/components/ui/theme-scope";

export const metadata: Metadata = {
  title: "Join",
  // An invite is a key: no copy of its page in a search engine.
  robots: { index: false },
};

export const viewport: Viewport = {
  themeColor: themeColors.dark,
  viewportFit: "cover",
  interactiveWidget: "resizes-content",
};

export default function Join() {
  return (
    <ThemeScope theme="dark" page className="min-h-dvh">
      <JoinPage />
    </ThemeScope>
  );
}

import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Page, PageHeading } from "@/components/ui/page";
import { SiteHeader } from "@/components/ui/site-header";
import { ThemeScope } from "@/components/ui/theme-scope";

const words = {
  removed: {
    title: "You were removed from this show",
    lede: "A host took you out. You may come back, but a host can remove you again.",
  },
  banned: {
    title: "You were removed from this show",
    lede: "A host has banned your account from it, so it cannot be watched with this account.",
  },
  gone: {
    title: "This show is not open to you any more",
    lede: "Its hosts have made it private, or taken you off the list of who may watch it.",
  },
};

type WatchClosedProps = { because: keyof typeof words; onRetry?: () => void };

/** In the watch page's place, for whom the show is over though it goes on. */
export function WatchClosed({ because, onRetry }: WatchClosedProps) {
  const { title, lede } = words[because];
  return (
    <ThemeScope theme="dark" page>
      <SiteHeader />
      <Page width="narrow">
        <div role="alert">
          <PageHeading title={title} lede={lede} />
        </div>
        <div className="flex flex-wrap gap-2">
          <Button asChild>
            <Link href="/">See what’s live</Link>
          </Button>
          {because === "removed" && onRetry ? (
            <Button variant="quiet" onClick={onRetry}>
              Watch again
            </Button>
          ) : null}
        </div>
      </Page>
    </ThemeScope>
  );
}

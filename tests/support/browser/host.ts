import { expect, type Page } from "@playwright/test";
import { studioPath } from "@/components/livestreams/livestream-paths";
import type { Account } from "./accounts";
import { Persona } from "./persona";
import { addToShow, type InviteWish, makeInvite, makeShow, type Show } from "./shows";

export class Host extends Persona {
  constructor(
    page: Page,
    readonly account: Account,
    readonly onNewShow: (show: Show) => Show,
  ) {
    super(page, account.name);
  }

  async makesShow(...[wish]: Parameters<typeof makeShow> extends [unknown, ...infer W] ? W : []) {
    return this.onNewShow(await makeShow(this.account, wish));
  }

  async opensStudio({ mint }: Pick<Show, "mint">): Promise<void> {
    await this.opens(studioPath(mint));
  }

  async goesLive(show?: Show): Promise<Show> {
    const mine = show ?? (await this.makesShow());
    await this.opensStudio(mine);
    await this.pressesGoLive();
    return mine;
  }

  async pressesGoLive(): Promise<void> {
    await this.page.getByRole("button", { name: "Go live" }).click();
    await expect(this.page.getByText("On air").first()).toBeVisible();
  }

  async shares(show: Show, cohost: Host): Promise<void> {
    await addToShow(show, cohost.account, "host");
  }

  async invites(show: Show, wish?: InviteWish): Promise<string> {
    return (await makeInvite(show, wish)).inviteUrl;
  }
}

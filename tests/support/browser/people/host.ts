import { expect, type Locator, type Page } from "@playwright/test";
import { studioPath } from "@/lib/client/livestreams/livestream-paths";
import {
  createOrganization,
  type OrganizationRole,
  putOrganizationMember,
} from "@/lib/contracts/organizations";
import { type Account, unique } from "@/tests/support/browser/accounts";
import { expectMovingPicture } from "@/tests/support/browser/probes";
import {
  addToShow,
  makeInvite,
  makeShow,
  type Show,
  type ShowWish,
} from "@/tests/support/browser/shows";
import { Doorkeeper } from "./doorkeeper";
import { EncoderDesk } from "./encoder-desk";
import { EventLogReader } from "./event-log-reader";
import type { Viewer } from "./viewer";

/** Runs shows: creates them, goes on air, creates invites. */
export class Host extends Doorkeeper {
  readonly log = new EventLogReader(this);
  readonly encoders = new EncoderDesk(this);

  constructor(
    page: Page,
    readonly account: Account,
    readonly onNewShow: (show: Show) => Show,
  ) {
    super(page, account.name);
    // livekit-client's ReconnectCheck, a step of the connection check, closes the connection underneath
    // its own client, which keeps writing into it until it notices.
    this.watch.expects(/^console: WebSocket is already in CLOSING or CLOSED state/);
  }

  in(page: Page): Host {
    return new Host(page, this.account, this.onNewShow);
  }

  async makesShow(wish?: ShowWish): Promise<Show> {
    return this.onNewShow(await makeShow(this.account, wish));
  }

  async shares(show: Show, cohost: Host): Promise<void> {
    await addToShow(show, cohost.account, "host");
  }

  /** Gives an account a role, in the studio. */
  async givesRole(handle: string, role: string): Promise<void> {
    await this.opensMembers();
    const dialog = this.page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Handle" }).fill(handle);
    await dialog.getByRole("combobox", { name: "Role" }).selectOption(role);
    await dialog.getByRole("button", { name: "Add" }).click();
    await expect(dialog.getByRole("listitem").filter({ hasText: role })).toBeVisible();
  }

  async opensMembers(): Promise<void> {
    await this.button("More").click();
    await this.page.getByRole("menuitem", { name: "Co-hosts, moderators and viewers" }).click();
  }

  /** In the list that `givesRole` or `opensMembers` left open. */
  async takesRole(name: string): Promise<void> {
    await this.button(`Remove ${name}`).click();
    await expect(this.button(`Remove ${name}`)).toHaveCount(0);
  }

  async closesDialog(): Promise<void> {
    await this.page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  }

  async opensStudio({ mint }: Pick<Show, "mint">): Promise<void> {
    await this.opens(studioPath(mint));
  }

  /** Their own preview before the show, mirrored. */
  async seesPreview(): Promise<void> {
    await expectMovingPicture(this.page.getByLabel("Your camera"));
  }

  // On air

  async goesLive(show?: Show): Promise<Show> {
    const mine = show ?? (await this.makesShow());
    await this.opensStudio(mine);
    await this.pressesGoLive();
    return mine;
  }

  async pressesGoLive(): Promise<void> {
    await this.button("Go live").click();
    await this.isOnAir();
  }

  /** After seeing the preview, because the show has gone on without them. */
  async goesBackOnAir(): Promise<void> {
    await this.seesPreview();
    await this.button("Go back on air").click();
    await this.isOnAir();
  }

  async isOnAir(): Promise<void> {
    await expect(this.page.getByText("You’re on air.")).toBeVisible();
    await this.seesPictureOf(this.name);
  }

  async isBackstage(): Promise<void> {
    await this.reads("You’re backstage: viewers can’t see or hear you.");
  }

  /** Closes the tab without leaving, as in a crash. */
  async closesTab(): Promise<void> {
    await this.page.close();
  }

  async ends(): Promise<void> {
    await this.button("End").click();
    await this.button("End the show").click();
    await this.isToldTheEnd();
  }

  async isToldTheEnd(): Promise<void> {
    // A frame of the show may be on its way when it ends, and is refused then.
    this.watch.expects(/status of 409 .*\/frame\)/);
    await expect(this.page.getByRole("heading", { name: "The show has ended" })).toBeVisible();
  }

  async seesWatching(count: number): Promise<void> {
    const counted = this.page.getByRole("banner").getByText(`${count} watching`, { exact: true });
    await expect(counted).toBeVisible();
  }

  async allows(show: Show, viewer: Viewer): Promise<void> {
    if (viewer.account) await addToShow(show, viewer.account, "viewer");
  }

  /** The show that was created by hand, and whose studio is open. */
  adoptsShowOnScreen(title: string): Show {
    const mint = new URL(this.page.url()).pathname.split("/").at(-1) ?? "";
    return this.onNewShow({ mint, title, creator: this.account });
  }

  // Invites

  async invitesByApi(show: Show): Promise<string> {
    return (await makeInvite(show)).inviteUrl;
  }

  /** Creates an invite link in the studio, after `choose` has set the form. */
  async invites(choose?: (dialog: Locator) => Promise<void>): Promise<string> {
    const dialog = this.page.getByRole("dialog", { name: "Invite" });
    // A page appears before its script is ready: a person who presses too early presses again.
    await expect(async () => {
      if (!(await dialog.isVisible())) await this.button("Invite").click({ timeout: 1_000 });
      await expect(dialog).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await choose?.(dialog);
    await this.button("Create link").click();
    const field = this.page.getByLabel("Invite link", { exact: true });
    await expect(field).toHaveValue(/\/j\/[0-9a-z]{13}$/);
    const link = await field.inputValue();
    await this.page.keyboard.press("Escape");
    return link;
  }

  async revokesTheInvite(): Promise<void> {
    await this.button("Invite").click();
    await this.button("Revoke").click();
    await this.page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
    await expect(this.page.getByText("Active links")).toBeHidden();
    await this.page.keyboard.press("Escape");
  }

  // Organizations

  /** Creates an organization without its page; returns its id. */
  async founds(name = "Acme"): Promise<string> {
    const body = { id: unique("org"), name };
    return (await this.account.api.ok(createOrganization, { body })).id;
  }

  async enrolls(orgId: string, { account }: Host, role: OrganizationRole): Promise<void> {
    const body = { handle: account.handle, role };
    await this.account.api.ok(putOrganizationMember, { params: { orgId }, body });
  }
}

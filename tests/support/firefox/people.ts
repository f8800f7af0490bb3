import { studioPath, watchPath } from "@/lib/client/livestreams/livestream-paths";
import { server } from "../api/server";
import type { Account } from "../browser/accounts";
import type { ChosenFile } from "../browser/recorded-file";
import { makeInvite, makeShow, type Show } from "../browser/shows";
import { FirefoxPage } from "./page";

/** Someone in their own Firefox; the words are those of the personas in Chromium. */
export class FirefoxPersona extends FirefoxPage {
  name = "a viewer";

  async opens(path: string): Promise<void> {
    await this.page.goto(new URL(path, server.url).href, { waitUntil: "domcontentloaded" });
  }

  async watches({ mint }: Pick<Show, "mint">): Promise<void> {
    await this.opens(watchPath(mint));
  }

  async seesPictureOf(name: string): Promise<void> {
    await this.seesMovingPicture(name);
  }

  /** Sound plays, and no click is needed first. */
  async hears(): Promise<void> {
    await this.page.waitForFunction(() =>
      [...document.querySelectorAll("audio")].some((each) => !each.paused),
    );
    await this.isNotAskedForAPress();
  }

  async isNotAskedForAPress(): Promise<void> {
    await this.page.waitForFunction(() => {
      const buttons = [...document.querySelectorAll("button")];
      return !buttons.some(({ textContent }) => textContent === "Tap for sound");
    });
  }

  async appears(): Promise<void> {
    await this.presses("Appear in the audience");
    await this.reads(`Visible as ${this.name}`);
  }

  async opensChat(): Promise<void> {
    await this.pressesTab("Chat");
  }

  async says(text: string): Promise<void> {
    await this.opensChat();
    await this.fills("Message", text);
    await this.presses("Send");
    await this.reads(text);
  }

  async readsInChat(text: string): Promise<void> {
    await this.opensChat();
    await this.reads(text);
  }
}

export class FirefoxHost extends FirefoxPersona {
  constructor(
    page: FirefoxPage["page"],
    readonly account: Account,
    readonly onNewShow: (show: Show) => void,
  ) {
    super(page);
    this.name = account.name;
    // The connection check closes a connection underneath LiveKit's client.
    this.watch.expects(/^console: (Websocket got closed|cannot send signal request before)/);
  }

  async goesLive(): Promise<Show> {
    const show = await makeShow(this.account);
    this.onNewShow(show);
    await this.opens(studioPath(show.mint));
    await this.seesMovingPicture("Your camera");
    await this.presses("Go live");
    await this.reads("You’re on air");
    await this.seesPictureOf(this.name);
    // Alone on stage there is nothing to hear.
    await this.isNotAskedForAPress();
    return show;
  }

  async invitesByApi(show: Show): Promise<string> {
    return (await makeInvite(show)).inviteUrl;
  }

  /** Puts a file from the disk into the show. */
  async shares({ name, mimeType, buffer }: ChosenFile): Promise<void> {
    await this.sees("button", "Share a video or picture");
    await this.page.$eval(
      "input[type=file]",
      (input, file) => {
        if (!(input instanceof HTMLInputElement)) throw new Error("no field for files");
        const bytes = Uint8Array.from(atob(file.encoded), (letter) => letter.charCodeAt(0));
        const chosen = new DataTransfer();
        chosen.items.add(new File([bytes], file.name, { type: file.type }));
        input.files = chosen.files;
        input.dispatchEvent(new Event("change", { bubbles: true }));
      },
      { name, type: mimeType, encoded: buffer.toString("base64") },
    );
  }

  async admits(name: string): Promise<void> {
    await this.pressesTab("Waiting");
    await this.presses(`Admit ${name} on stage`);
  }
}

export class FirefoxGuest extends FirefoxPersona {
  async knocks(link: string): Promise<void> {
    await this.opens(link);
    await this.seesMovingPicture("Your camera");
    await this.fills("Your name", this.name);
    await this.presses("Ask to join");
    await this.reads("The host knows you’re waiting.");
  }

  async isOnStage(): Promise<void> {
    await this.sees("toolbar", "On stage");
    await this.seesPictureOf(this.name);
  }
}

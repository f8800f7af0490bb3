import { roomAuth } from "@/lib/contracts/guests";
import { Client, type Sent } from "../api/client";
import { anInvite } from "../api/factories";
import { identityOf } from "../api/tokens";
import { asPage, type Probed, probe } from "./probe";
import type { ShowUnderFault } from "./show";

const askEveryMs = 150;
/** A show has 50 places to wait, and people who do not connect lose theirs after 90 s. */
const knockEveryMs = 3_000;

/** People around a show who open pages, ask the API, check a connection and knock, until they are told to stop. */
export class ClientsOfShow {
  readonly answers: Probed[] = [];
  /** The identities of guests whose knock was accepted. */
  readonly knocks: string[] = [];
  #over = false;
  readonly #done: Promise<unknown>;

  private constructor(
    readonly show: ShowUnderFault,
    inviteToken: string,
  ) {
    this.#done = Promise.all([this.#ask(), this.#ask(), this.#knock(inviteToken)]);
  }

  /** Knocks with an invite of its own. */
  static async of(show: ShowUnderFault): Promise<ClientsOfShow> {
    return new ClientsOfShow(show, (await anInvite(show.host, show.mint)).token);
  }

  async stop(): Promise<void> {
    this.#over = true;
    await this.#done;
  }

  /** The knocks that the host's page does not show. */
  missed(): string[] {
    return this.knocks.filter((identity) => !this.show.page.hears(identity));
  }

  async #ask(): Promise<void> {
    const { mint, waiting } = this.show;
    const requests: [string, Sent?][] = [
      ["/", asPage],
      [`/watch/${mint}`, asPage],
      [`/livestreams/${mint}`],
      [`/rtc/validate?access_token=${waiting.token}`],
    ];
    for (let turn = 0; !this.#over; turn++) {
      const [path, sent] = requests[turn % requests.length] ?? ["/"];
      this.answers.push(await probe(new Client(), path, sent));
      await new Promise((resolve) => setTimeout(resolve, askEveryMs));
    }
  }

  async #knock(inviteToken: string): Promise<void> {
    while (!this.#over) {
      const json = { inviteToken, guestName: "Newcomer" };
      const answer = await probe(new Client(), roomAuth.path, { method: "POST", json });
      this.answers.push(answer);
      if (answer.status === roomAuth.status) {
        this.knocks.push(identityOf(JSON.parse(answer.text).livekitToken));
      }
      await new Promise((resolve) => setTimeout(resolve, knockEveryMs));
    }
  }
}

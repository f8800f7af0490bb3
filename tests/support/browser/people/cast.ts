import type { Browser, BrowserContextOptions } from "@playwright/test";
import { type Account, makeAccount, signInContext } from "@/tests/support/browser/accounts";
import { endShow, type Show } from "@/tests/support/browser/shows";
import { Encoder } from "./encoder";
import { Guest } from "./guest";
import { Host } from "./host";
import { Persona } from "./persona";
import { Recorder } from "./recorder";
import { Viewer } from "./viewer";

/** The people of one test, each in their own browser; all are closed afterwards. */
export class Cast {
  readonly #personas: Persona[] = [];
  readonly #shows: Show[] = [];

  constructor(
    readonly browser: Browser,
    readonly options: BrowserContextOptions = {},
  ) {}

  async host(name = "Hanna"): Promise<Host> {
    const account = await makeAccount(name);
    return this.#joins(new Host(await this.#page(account), account, (show) => this.#owns(show)));
  }

  async viewer(): Promise<Viewer> {
    return this.#joins(new Viewer(await this.#page(), "a viewer"));
  }

  async signedInViewer(name = "Vera"): Promise<Viewer> {
    const account = await makeAccount(name);
    return this.#joins(new Viewer(await this.#page(account), name, account));
  }

  async guest(name = "Ada"): Promise<Guest> {
    return this.#joins(new Guest(await this.#page(), name));
  }

  async encoder(): Promise<Encoder> {
    return this.#joins(new Encoder(await this.#page()));
  }

  async recorder(): Promise<Recorder> {
    return this.#joins(new Recorder(await this.#page(), "a recorder"));
  }

  async passerBy(): Promise<Persona> {
    return this.#joins(new Persona(await this.#page(), "somebody"));
  }

  /** The same person in a second tab of the same browser. */
  async tabOf<P extends Host | Guest>(person: P): Promise<P> {
    const page = await person.page.context().newPage();
    return this.#joins(person.in(page) as P);
  }

  /** Closes every browser, ends every show, and fails on errors that nobody expected. */
  async end(): Promise<void> {
    const shows = this.#shows.splice(0);
    const personas = this.#personas.splice(0);
    const contexts = new Set(personas.map(({ page }) => page.context()));
    await Promise.all([...contexts].map((context) => context.close()));
    await Promise.all(shows.map(endShow));
    for (const { watch, name } of personas) watch.expectNothingWrong(name);
  }

  #owns(show: Show): Show {
    this.#shows.push(show);
    return show;
  }

  #joins<P extends Persona>(persona: P): P {
    this.#personas.push(persona);
    return persona;
  }

  async #page(account?: Account) {
    const context = await this.browser.newContext(this.options);
    if (account) await signInContext(context, account);
    return context.newPage();
  }
}

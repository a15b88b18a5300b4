import type { OptionValue, Person, StandIn } from "./api.ts";
import { localDate, type MovedClock, wallClock } from "./moved-clock.ts";

export interface CalendarOptions {
  readonly discord: StandIn;
  readonly clock: MovedClock;
  readonly channelId: string;
  readonly admin: Person;
  readonly zone: string;
  readonly hour: string;
}

type Options = Readonly<Record<string, OptionValue>>;

const MINUTE = 60_000;
const ANY_DAY = "2000-01-01";

/** Zones are known for these years, and every clock the bot has can count them. */
const [FIRST, LAST] = ["1970-01-01", "2099-12-31"];

/**
 * Takes the playground to another day, forwards or back. A day begins a minute before the post is due: the admin runs the
 * command that set the server up once more, so that the bot counts from that day, then the clock reaches the hour.
 */
export class Calendar {
  readonly #settings: CalendarOptions;
  #command: string | undefined;
  #options: Options = {};
  #due: { readonly zone: string; readonly hour: string } | undefined;
  #going = Promise.resolve();

  constructor(settings: CalendarOptions) {
    this.#settings = settings;
  }

  /** Where and when the server gets its post: as its set-up says, in options called "zone" and "hour". */
  get due(): { readonly zone: string; readonly hour: string } {
    const { zone, hour } = this.#settings;
    return this.#due ?? { zone, hour };
  }

  get date(): string {
    return localDate(this.#settings.clock.now(), this.due.zone);
  }

  /** Names the command that sets the server up. */
  async begin(command: string, options: Options): Promise<void> {
    this.#command = command;
    await this.noteCall(command, options);
    await this.goTo(this.date);
  }

  /** Someone ran a command: if it was the one that sets up, and at a time there is, its options are those of the days to come. */
  async noteCall(command: string, options: Options): Promise<void> {
    if (command !== this.#command) return;
    const read = async (name: "hour" | "zone", isTime: (text: string) => boolean) => {
      const given = String(options[name] ?? this.#settings[name]);
      return isTime(given) ? given : this.#firstChoice(command, options, name);
    };
    const hour = await read("hour", (text) => wallClock(ANY_DAY, text, "UTC") !== undefined);
    const zone = await read("zone", (text) => wallClock(ANY_DAY, "00:00", text) !== undefined);
    if (wallClock(ANY_DAY, hour, zone) === undefined) return;
    this.#options = options;
    this.#due = { hour, zone };
  }

  /** An option as the bot reads it: for "6 pm" its own first choice is 18:00. */
  async #firstChoice(command: string, options: Options, focused: string): Promise<string> {
    const { discord, channelId, admin: person } = this.#settings;
    const [choice] = await discord.interact.autocomplete({ channelId, person, command, options, focused });
    return String(choice?.value);
  }

  /** Throws when the day is not of these years, and when the bot does not answer. One day after the other, as they were asked for. */
  goTo(date: string): Promise<void> {
    if (date < FIRST || date > LAST) return Promise.reject(new Error(`Choose a day from ${FIRST} to ${LAST}`));
    const before = this.#going.catch(() => {});
    this.#going = before.then(() => this.#go(date));
    return this.#going;
  }

  async #go(date: string): Promise<void> {
    const { discord, clock, channelId, admin } = this.#settings;
    const { hour, zone } = this.due;
    const due = wallClock(date, hour, zone);
    if (due === undefined) throw new Error("There is no such day");
    clock.move(due - MINUTE);
    if (this.#command !== undefined) {
      await discord.interact.slash({ channelId, person: admin, command: this.#command, options: this.#options });
    }
    clock.set(due);
  }
}

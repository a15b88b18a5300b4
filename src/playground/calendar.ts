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

/** The bot behind the page, as far as the page's days concern it. */
export interface Behind {
  /** Where and when the channel gets its post by now; undefined where it gets none. */
  due(): Promise<Due | undefined>;
  /** It is another day: counts from now on, with all that was chosen as it is. */
  countAnew(): Promise<void>;
}

export interface Due {
  readonly zone: string;
  readonly hour: string;
}

const MINUTE = 60_000;

/** Zones are known for these years, and every clock the bot has can count them. */
const [FIRST, LAST] = ["1970-01-01", "2099-12-31"];

/**
 * Takes the playground to another day, forwards or back. A day begins a minute before the post is due: the bot counts from there, then
 * the clock reaches the hour.
 */
export class Calendar {
  readonly #settings: CalendarOptions;
  #behind: Behind | undefined;
  #due: Due | undefined;
  #going = Promise.resolve();

  constructor(settings: CalendarOptions) {
    this.#settings = settings;
  }

  /** Where and when the server gets its post. */
  get due(): Due {
    const { zone, hour } = this.#settings;
    return this.#due ?? { zone, hour };
  }

  get date(): string {
    return localDate(this.#settings.clock.now(), this.due.zone);
  }

  /** The admin sets the server up with a command, a minute before the hour of today. */
  async begin(command: string, options: Readonly<Record<string, OptionValue>>, behind?: Behind): Promise<void> {
    const { discord, channelId, admin: person } = this.#settings;
    this.#behind = behind;
    await this.#reach(this.date, () => discord.interact.slash({ channelId, person, command, options }));
  }

  /** Someone did something: the hour and the zone may be others now. */
  async note(): Promise<void> {
    this.#due = (await this.#behind?.due()) ?? this.#due;
  }

  /** Throws when the day is not of these years, and when the bot does not answer. One day after the other, as they were asked for. */
  goTo(date: string): Promise<void> {
    if (date < FIRST || date > LAST) return Promise.reject(new Error(`Choose a day from ${FIRST} to ${LAST}`));
    const before = this.#going.catch(() => {});
    this.#going = before.then(() => this.#reach(date, () => this.#behind?.countAnew()));
    return this.#going;
  }

  /** Does something a minute before the hour of a day, then lets the hour come. */
  async #reach(date: string, begin: () => Promise<unknown> | undefined): Promise<void> {
    const { clock } = this.#settings;
    await this.note();
    const { hour, zone } = this.due;
    const due = wallClock(date, hour, zone);
    if (due === undefined) throw new Error("There is no such day");
    clock.move(due - MINUTE);
    await begin();
    await this.note();
    clock.set(due);
  }
}

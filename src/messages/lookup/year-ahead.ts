/** A year, 29 February included: so many days ahead it is looked for what is marked. */
export const YEAR_AHEAD = 366;

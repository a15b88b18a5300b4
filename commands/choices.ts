/** Discord's limits for the choices that complete an option: how many, and how long a name and a value may be. */
export const MOST_CHOICES = 25;
export const LONGEST_CHOICE = 100;

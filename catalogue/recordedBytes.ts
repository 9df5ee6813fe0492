/** The one member of an object that stands for bytes in a record; its value is their text, or a placeholder. */
export const bytesMember = "<bytes>";

/** What stands for what a run makes up outside of AWS: a date, random bytes. */
export const madeUpText = "<made up>";

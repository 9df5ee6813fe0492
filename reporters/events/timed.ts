import * as z from "zod";

/** When an event happened: ISO 8601, wall clock. */
export const at = z.iso.datetime();

/** How long something took. */
export const milliseconds = z.number().nonnegative();

/** A scenario, by its id. */
export const scenarioId = z.string();

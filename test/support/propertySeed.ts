import fc from "fast-check";

/**
 * The same examples in every run, so that a failure is of the change that was made. `npm run test:properties` takes others
 * each time; fast-check prints the seed when a property fails, and `KEYLAB_PROPERTY_SEED=<seed>` repeats it.
 */
const seed: string = process.env.KEYLAB_PROPERTY_SEED ?? "5";
if (seed !== "random") fc.configureGlobal({ seed: Number(seed) });

// The first file of a thread. JavaScript, because nothing can load TypeScript yet.
import { load } from "../load.js";

await load("crew/carryOutJobs");

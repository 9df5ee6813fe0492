// What an installed plugin runs: `keylab aws install-plugins` writes the programs that start it.
import { load } from "./load.js";

await load("plugin");

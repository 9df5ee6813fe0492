import { browserScript } from "./browserScript.ts";

/** The script of the page: the sources in `client/`, as one text that browsers understand. Made once, for all reports. */
export const clientScript = browserScript(new URL("./client/main.ts", import.meta.url));

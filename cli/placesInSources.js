// Stack traces of the bundle name places in the sources. Node.js would read the map of each file that it loads
// (`--enable-source-maps`), which takes a tenth of the time of a start; here a map is read when a trace goes through its file.
import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";

/**
 * From now on, in this thread, for files that have their map beside them.
 *
 * @param {string} below the URL that the files begin with
 */
export function namePlacesInSources(below) {
  const maps = new Maps();
  Error.prepareStackTrace = (error, sites) => {
    const places = sites.map((site) => (site.getFileName()?.startsWith(below) ? maps.place(site) : String(site)));
    return [titleOf(error), ...places].join("\n    at ");
  };
}

/** @param {Error} error */
function titleOf(error) {
  try {
    return String(error);
  } catch {
    // It has a trace all the same.
    return "Error";
  }
}

class Maps {
  /** @type {Map<string, SourceMap | undefined>} by the URL of the file */
  #maps = new Map();

  /**
   * Names a place, by the source if that is known.
   *
   * @param {NodeJS.CallSite} site
   */
  place(site) {
    const url = site.getFileName() ?? "";
    const line = site.getLineNumber() ?? 0;
    const column = site.getColumnNumber() ?? 0;
    const origin = this.#mapOf(url)?.findOrigin(line, column);
    if (!origin || !("fileName" in origin)) return String(site);
    const source = `${new URL(origin.fileName, url).href}:${origin.lineNumber}:${origin.columnNumber}`;
    return String(site).replace(`${url}:${line}:${column}`, source);
  }

  /** @param {string} url */
  #mapOf(url) {
    if (!this.#maps.has(url)) this.#maps.set(url, readMap(url));
    return this.#maps.get(url);
  }
}

/** @param {string} url */
function readMap(url) {
  try {
    return new SourceMap(JSON.parse(readFileSync(new URL(`${url}.map`), "utf8")));
  } catch {
    // Without its map, a trace names the bundle.
    return undefined;
  }
}

import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

/** Where browsers are, unless `CHROMIUM_PATH` says another place. */
const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/opt/google/chrome/chrome",
];

/** Starts a Chromium. Nothing, with a notice, on a machine that has none. */
export async function startBrowser(): Promise<Browser | undefined> {
  const { CHROMIUM_PATH } = process.env;
  const executablePath = CHROMIUM_PATH ?? places.find((place) => existsSync(place));
  if (executablePath === undefined) {
    process.stderr.write("      No Chromium was found: set CHROMIUM_PATH to try the page in one.\n");
    return undefined;
  }
  // Root may not use the sandbox, and only pages of our own are opened.
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
}

import type { Connection } from "../pages/connection.ts";

/** Hears of what comes on the line. */
export interface LineListener {
  view(view: unknown): void;
  connection(connection: Connection): void;
  /** The server could not see what there is. */
  trouble(trouble: unknown): void;
}

/** The server shows three times in this time that it is there. In milliseconds. */
const silence = 50_000;

/** How long after a line was lost it is looked after, in milliseconds. */
const pause = 1000;

/** How long a page that nobody sees keeps its line, in milliseconds. */
const patience = 30_000;

/** Keeps a line open on which the server tells what is new, whatever ends it, until nobody is signed in any more. */
export function listenTo(path: string, sessionPath: string, listener: LineListener): void {
  let line: EventSource | undefined;
  let watch = 0;
  let care = 0;
  const open = () => {
    close();
    line = new EventSource(path);
    line.addEventListener("error", () => {
      listener.connection("lost");
      clearTimeout(care);
      care = setTimeout(() => void lookAfter(), pause);
    });
    hear(line, listener, heard);
    heard();
  };
  const heard = () => {
    clearTimeout(watch);
    watch = setTimeout(open, silence);
  };
  const close = () => {
    clearTimeout(watch);
    clearTimeout(care);
    line?.close();
    line = undefined;
  };
  const lookAfter = async () => {
    if ((await askSession(sessionPath)) === false) {
      close();
      listener.connection("signed out");
    } else if (line?.readyState === EventSource.CLOSED) {
      // The browser tries again by itself, but not after an answer that it did not expect.
      open();
    }
  };
  open();
  whileSeen(() => {
    if (line === undefined) open();
  }, close);
}

/** Tells a listener what comes on a line; `heard` hears of all of it. */
function hear(line: EventSource, listener: LineListener, heard: () => void): void {
  line.addEventListener("view", ({ data }) => {
    heard();
    listener.connection("live");
    listener.view(parsed(data));
  });
  line.addEventListener("trouble", ({ data }) => {
    heard();
    listener.connection("troubled");
    listener.trouble(parsed(data));
  });
  line.addEventListener("beat", heard);
}

/** A browser has few lines for one server: pages that nobody sees leave theirs to others after a while. */
function whileSeen(open: () => void, close: () => void): void {
  let rest = 0;
  document.addEventListener("visibilitychange", () => {
    clearTimeout(rest);
    if (document.hidden) rest = setTimeout(close, patience);
    else open();
  });
}

/** Whether somebody is signed in. Nothing where the server cannot be asked. */
async function askSession(path: string): Promise<boolean | undefined> {
  try {
    return (await fetch(path)).status !== 401;
  } catch {
    return undefined;
  }
}

function parsed(data: unknown): unknown {
  return typeof data === "string" ? JSON.parse(data) : undefined;
}

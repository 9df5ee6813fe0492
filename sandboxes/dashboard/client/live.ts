import type { Connection } from "../pages/connection.ts";

/** Hears of what comes on the line. */
export interface LineListener {
  view(view: unknown): void;
  connection(connection: Connection): void;
}

/** The server shows three times in this time that it is there. In milliseconds. */
const silence = 50_000;

/** How long after a line was lost it is looked after, in milliseconds. */
const pause = 2000;

/** Keeps a line open on which the server tells what is new, whatever ends it, until nobody is signed in any more. */
export function listenTo(path: string, sessionPath: string, listener: LineListener): void {
  let line: EventSource | undefined;
  let watch = 0;
  let care = 0;
  const open = () => {
    line?.close();
    line = new EventSource(path);
    const heard = () => {
      clearTimeout(watch);
      watch = setTimeout(open, silence);
    };
    line.addEventListener("view", ({ data }) => {
      heard();
      listener.connection("live");
      listener.view(parsed(data));
    });
    line.addEventListener("trouble", () => {
      heard();
      listener.connection("troubled");
    });
    line.addEventListener("beat", heard);
    line.addEventListener("error", () => {
      listener.connection("lost");
      clearTimeout(care);
      care = setTimeout(() => void lookAfter(), pause);
    });
    heard();
  };
  const lookAfter = async () => {
    if ((await askSession(sessionPath)) === false) {
      clearTimeout(watch);
      line?.close();
      listener.connection("signed out");
    } else if (line?.readyState === EventSource.CLOSED) {
      // The browser tries again by itself, but not after an answer that it did not expect.
      open();
    }
  };
  open();
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

import { hydrate, render, type VNode } from "preact";
import { find } from "../../../reporters/html/client/find.ts";
import { restoreTheme, toggleTheme } from "../../../reporters/html/client/theme.ts";
import type { Connection } from "../pages/connection.ts";
import type { Saying } from "../pages/notice.tsx";
import { clockOf, type PageClock } from "../pages/pageClock.ts";
import { copyFrom } from "./copyFrom.ts";
import { keepingFocus } from "./keepingFocus.ts";
import { listenTo } from "./listenTo.ts";
import { isRefused } from "./refused.ts";

/** What a live page is drawn from. */
export interface Drawn<View> {
  readonly view: View;
  readonly clock: PageClock;
  readonly connection: Connection;
  readonly saying?: Saying;
}

/** What makes a live page one's own. */
export interface LivePageOptions<View> {
  readonly first: View;
  readonly isView: (told: unknown) => told is View;
  readonly draw: (drawn: Drawn<View>) => VNode;
  /** The paths of its events and of its session. */
  readonly events: string;
  readonly session: string;
  /** Hears of the buttons that are not of every page. */
  readonly act: (act: string, button: HTMLElement) => void;
}

/** A page that shows what there is. */
export interface LivePage<View> {
  readonly now: () => Drawn<View>;
  readonly say: (text: string, isBad?: boolean) => void;
}

/** How often the times on the page are drawn anew, in milliseconds. */
const tick = 5000;

/** How long what was said stays, in milliseconds. */
const saidFor = 8000;

/** Draws a page anew with each view that the server tells, and as time goes by. What has the focus or is unfolded stays so. */
export function livePage<View extends { readonly now: string }>(options: LivePageOptions<View>): LivePage<View> {
  restoreTheme();
  const root = find("page", HTMLElement);
  const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
  let seenAt = performance.now();
  let drawn: Drawn<View> = { view: options.first, clock: clockOf(options.first), connection: "connecting" };
  let silencing = 0;
  // First as the server drew it; whatever is the browser's own comes after.
  hydrate(options.draw(drawn), root);
  const draw = (change: Partial<Drawn<View>>) => {
    const view = change.view ?? drawn.view;
    if (change.view !== undefined) seenAt = performance.now();
    drawn = { ...drawn, ...change, clock: { now: Date.parse(view.now) + performance.now() - seenAt, zone } };
    keepingFocus(() => render(options.draw(drawn), root));
  };
  const say = (text: string, isBad = false) => {
    clearTimeout(silencing);
    draw({ saying: { text, isBad } });
    silencing = setTimeout(() => draw({ saying: undefined }), saidFor);
  };
  listenToButtons(options.act, say);
  listenTo(options.events, options.session, {
    view: (told) => {
      if (options.isView(told)) draw({ view: told });
    },
    connection: (connection) => {
      if (connection !== drawn.connection) draw({ connection });
    },
    trouble: (told) => {
      if (isRefused(told)) say(`${told.message} ${told.nextStep}`, true);
    },
  });
  setInterval(() => draw({}), tick);
  draw({});
  return { now: () => drawn, say };
}

function listenToButtons(act: (act: string, button: HTMLElement) => void, say: (text: string) => void): void {
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button[data-act], button[data-copy]") : null;
    if (!(button instanceof HTMLElement)) return;
    const { act: wanted } = button.dataset;
    if (wanted === undefined) return void copyFrom(button).then((said) => said !== undefined && say(said));
    if (wanted === "theme") return toggleTheme();
    act(wanted, button);
  });
}

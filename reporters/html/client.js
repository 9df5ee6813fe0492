// What the report can do in a browser beyond being read. Plain JavaScript: it is put into the page as it is.
(() => {
  const byId = (id) => document.getElementById(id);
  const sections = [...document.querySelectorAll(".scenario")];
  const [search, outcome, area] = ["search", "outcome", "area"].map(byId);
  document.querySelector(".toolbar").hidden = false;

  const isMeant = (section) =>
    (outcome.value === "" || section.dataset.outcome === outcome.value) &&
    (area.value === "" || section.dataset.area === area.value) &&
    section.textContent.toLowerCase().includes(search.value.trim().toLowerCase());

  const filter = () => {
    for (const section of sections) section.hidden = !isMeant(section);
    for (const row of document.querySelectorAll("[data-of]")) row.hidden = byId(row.dataset.of).hidden;
    const shown = sections.filter((section) => !section.hidden).length;
    byId("shown").textContent = shown === sections.length ? "" : `${shown} of ${sections.length} scenarios`;
  };

  const showAll = () => {
    for (const field of [search, outcome, area]) field.value = "";
    filter();
  };

  const follow = () => {
    const target = byId(decodeURIComponent(location.hash.slice(1)));
    if (target === null) return;
    if (target.closest(".scenario")?.hidden) showAll();
    for (let part = target; part !== null; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
    target.scrollIntoView();
    (target.tagName === "DETAILS" ? target.querySelector("summary") : target).focus({ preventScroll: true });
  };

  const go = (step) => {
    const shown = sections.filter((section) => !section.hidden);
    const current = shown.findIndex((section) => section.contains(document.activeElement));
    const next = shown[current === -1 ? (step > 0 ? 0 : shown.length - 1) : current + step];
    next?.scrollIntoView();
    next?.focus({ preventScroll: true });
  };

  const toggle = () => {
    const parts = [...(document.activeElement?.closest(".scenario")?.querySelectorAll("details") ?? [])];
    const open = parts.some((part) => !part.open);
    for (const part of parts) part.open = open;
  };

  const isDark = () =>
    (document.documentElement.dataset.theme ??
      (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const switchTheme = () => {
    document.documentElement.dataset.theme = isDark() ? "light" : "dark";
  };

  const keys = {
    "/": () => search.focus(),
    j: () => go(1),
    k: () => go(-1),
    o: toggle,
    t: switchTheme,
    "?": () => byId("keys").showModal(),
    Escape: showAll,
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || byId("keys").open) return;
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (isTyping && event.key !== "Escape") return;
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
  byId("theme").addEventListener("click", switchTheme);
  byId("help").addEventListener("click", keys["?"]);
  for (const field of [search, outcome, area]) field.addEventListener("input", filter);
  window.addEventListener("hashchange", follow);
  follow();
})();

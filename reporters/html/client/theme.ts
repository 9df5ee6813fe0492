const stored = "keylab-theme";

/** Takes the theme that was chosen last, here or on another report. */
export function restoreTheme(): void {
  try {
    const theme = localStorage.getItem(stored);
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // Some browsers keep nothing for files: then the system's theme stays.
  }
}

/** Turns light into dark, and dark into light. */
export function toggleTheme(): void {
  const { documentElement: root } = document;
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const theme = (root.dataset.theme ?? system) === "dark" ? "light" : "dark";
  root.dataset.theme = theme;
  try {
    localStorage.setItem(stored, theme);
  } catch {
    // It holds for this page alone.
  }
}

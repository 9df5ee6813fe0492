import { find } from "../../../reporters/html/client/find.ts";
import { restoreTheme } from "../../../reporters/html/client/theme.ts";
import { post } from "./post.ts";
import { takeFromFragment } from "./takeFromFragment.ts";

restoreTheme();
const form = find("sign-in", HTMLFormElement);
const field = find("secret", HTMLInputElement);
const problem = find("problem", HTMLElement);
const isStudent = form.dataset.kind === "student";

/** Tries a token or a code, and goes to the page that it opens. */
async function enter(secret: string): Promise<void> {
  form.setAttribute("aria-busy", "true");
  const answer = await post(isStudent ? "/join" : "/sign-in", isStudent ? { code: secret } : { token: secret });
  form.removeAttribute("aria-busy");
  if (answer.isGood) return location.replace(isStudent ? "/student" : "/");
  problem.textContent = `${answer.message} ${answer.nextStep}`;
  problem.hidden = false;
  field.select();
}

/** Enters with what the address brought along, if it did. */
function enterFromAddress(): void {
  const secret = takeFromFragment(isStudent ? "code" : "token");
  if (secret !== undefined) void enter(secret);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  void enter(field.value);
});
// Whoever pastes the whole address into an open page changes the fragment alone.
addEventListener("hashchange", enterFromAddress);
field.focus();
enterFromAddress();

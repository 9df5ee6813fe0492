/** One way to install a tool did not work; the next one is tried. The message says why, in one line. */
export class StepFailed extends Error {
  override readonly name = "StepFailed";
}

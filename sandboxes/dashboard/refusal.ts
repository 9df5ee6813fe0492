/** Why a request is not answered as it was meant: a matter of who asks and how, not of the class. */
export class Refusal extends Error {
  /** Of HTTP. */
  readonly status: 400 | 401 | 403 | 404 | 415 | 429;
  /** What to do next, as a sentence of its own. */
  readonly nextStep: string;

  constructor(status: Refusal["status"], message: string, nextStep: string) {
    super(message);
    this.name = "Refusal";
    this.status = status;
    this.nextStep = nextStep;
  }
}

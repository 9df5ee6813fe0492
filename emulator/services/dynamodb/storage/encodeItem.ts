import { setMember } from "../../../setMember.ts";
import { typeOf, type AttributeType, type AttributeValue, type Item } from "../values/attributeValue.ts";

/**
 * An item as one text, for encryption. Each value begins with a letter for its type; texts have their length before them,
 * collections the number of their members. {@link decodeItem} reads it.
 */
export function encodeItem(item: Item): string {
  const entries = Object.entries(item);
  return counted(entries.map(([name, value]) => sized(name) + encodeValue(value)));
}

function encodeValue(value: AttributeValue): string {
  return encoders[typeOf(value)](value);
}

const encoders: Readonly<Record<AttributeType, (value: AttributeValue) => string>> = {
  S: ({ S = "" }) => `S${sized(S)}`,
  N: ({ N = "" }) => `N${sized(N)}`,
  B: ({ B }) => `B${sized(base64(B))}`,
  BOOL: ({ BOOL }) => (BOOL ? "T" : "F"),
  NULL: () => "0",
  SS: ({ SS = [] }) => `s${counted(SS.map(sized))}`,
  NS: ({ NS = [] }) => `n${counted(NS.map(sized))}`,
  BS: ({ BS = [] }) => `b${counted(BS.map((bytes) => sized(base64(bytes))))}`,
  L: ({ L = [] }) => `L${counted(L.map(encodeValue))}`,
  M: ({ M = {} }) => `M${encodeItem(M)}`,
};

function sized(text: string): string {
  return `${text.length}:${text}`;
}

function counted(members: readonly string[]): string {
  return `${members.length}:${members.join("")}`;
}

function base64(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString("base64");
}

/** Reads what {@link encodeItem} has made. */
export function decodeItem(text: string): Item {
  return new ItemReader(text).item();
}

class ItemReader {
  readonly #text: string;
  #position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  item(): Record<string, AttributeValue> {
    const item: Record<string, AttributeValue> = {};
    for (let left = this.#number(); left > 0; left--) setMember(item, this.#sized(), this.#value());
    return item;
  }

  #value(): AttributeValue {
    const letter = this.#text[this.#position++];
    switch (letter) {
      case "S":
        return { S: this.#sized() };
      case "N":
        return { N: this.#sized() };
      case "B":
        return { B: this.#bytes() };
      case "T":
      case "F":
        return { BOOL: letter === "T" };
      case "0":
        return { NULL: true };
      case "s":
        return { SS: this.#members(() => this.#sized()) };
      case "n":
        return { NS: this.#members(() => this.#sized()) };
      case "b":
        return { BS: this.#members(() => this.#bytes()) };
      case "L":
        return { L: this.#members(() => this.#value()) };
      case "M":
        return { M: this.item() };
      default:
        throw new Error(`A stored item has a value of the unknown type ${letter ?? "(none)"}.`);
    }
  }

  #members<Member>(read: () => Member): Member[] {
    const members: Member[] = [];
    for (let left = this.#number(); left > 0; left--) members.push(read());
    return members;
  }

  #sized(): string {
    const length = this.#number();
    this.#position += length;
    return this.#text.slice(this.#position - length, this.#position);
  }

  #bytes(): Uint8Array {
    return Buffer.from(this.#sized(), "base64");
  }

  #number(): number {
    const end = this.#text.indexOf(":", this.#position);
    const number = Number(this.#text.slice(this.#position, end));
    this.#position = end + 1;
    return number;
  }
}
